/// Properties by what they can do to the words of a document.
enum StyleProperties {
  /// Those that neither hide words nor add any, whatever their value: letters, lines, gaps, borders, tables,
  /// and how boxes follow each other.
  static let harmless: Set<String> = Set(
    """
    accent-color align-content align-items align-self appearance aspect-ratio azimuth
    backface-visibility background-attachment background-blend-mode background-clip background-origin
    background-position background-position-x background-position-y background-repeat background-size
    block-size border border-block border-block-color border-block-end border-block-start
    border-block-style border-block-width border-bottom border-bottom-color border-bottom-left-radius
    border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color
    border-inline border-inline-end border-inline-start border-left border-left-color border-left-style
    border-left-width border-radius border-right border-right-color border-right-style
    border-right-width border-spacing border-style border-top border-top-color border-top-left-radius
    border-top-right-radius border-top-style border-top-width border-width bottom-border box-align
    box-decoration-break box-flex box-orient box-pack box-sizing break-after break-before break-inside
    caption-side caret-color clear color-adjust column-count column-fill column-gap column-rule
    column-rule-color column-rule-style column-rule-width column-span column-width columns container
    container-name container-type counter-increment counter-reset counter-set cursor empty-cells
    filename flex flex-basis flex-grow flex-shrink float flow font-display font-family
    font-feature-settings font-kerning font-language-override font-optical-sizing font-palette
    font-smooth font-smoothing font-stretch font-style font-synthesis font-variant
    font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures
    font-variant-numeric font-variant-position font-variation-settings font-weight forced-color-adjust
    gap grid grid-auto-columns grid-auto-flow grid-auto-rows grid-column-gap grid-gap grid-row-gap
    grid-template grid-template-areas grid-template-columns grid-template-rows hanging-punctuation
    height hyphenate-limit-chars hyphens image-orientation image-rendering inline-size
    interpolation-mode isolation justify-content justify-items justify-self layout-flow layout-grid
    layout-grid-mode line-break line-height line-height-step line-stacking list-style list-style-image
    list-style-position list-style-type marks max-block-size max-height max-inline-size max-width
    min-block-size min-height min-inline-size min-width mso-element object-fit object-position orphans
    osx-font-smoothing outline-color outline-style overflow-anchor overflow-scrolling overflow-wrap
    overscroll-behavior overscroll-behavior-block overscroll-behavior-inline overscroll-behavior-x
    overscroll-behavior-y page page-break-after page-break-before page-break-inside panose-1 place-content
    place-items place-self pointer-events print-color-adjust punctuation-trim punctuation-wrap quotes
    resize row-gap ruby-align ruby-overhang ruby-position scroll-behavior scroll-margin
    scroll-margin-top scroll-padding scroll-padding-top scrollbar-color scrollbar-gutter scrollbar-width
    shape-margin shape-outside size so-language speak src tab-interval tab-size tab-stops table-layout
    tap-highlight-color text-align text-align-last text-autospace
    text-decoration-color text-decoration-line text-decoration-skip text-decoration-skip-ink
    text-decoration-style text-emphasis text-emphasis-color text-emphasis-position text-emphasis-style
    text-justify text-justify-trim text-kashida text-orientation text-overflow text-rendering
    text-size-adjust text-spacing text-spacing-trim text-transform text-underline text-underline-offset
    text-underline-position text-wrap text-wrap-mode text-wrap-style touch-action touch-callout
    transition transition-delay transition-duration transition-property transition-timing-function
    unicode-range user-drag user-modify user-select white-space white-space-collapse widows width
    will-change word-break word-wrap writing-mode all
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Those that change sizes, gaps and colours and neither words nor their order, of which some are judged
  /// by their value: a page may be laid out by them for each window and for paper.
  static let sizing: Set<String> = Set(
    """
    align-content align-items align-self background background-attachment background-clip
    background-color background-image background-origin background-position background-repeat
    background-size block-size border border-block border-bottom border-bottom-color
    border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width
    border-collapse border-color border-inline border-left border-left-color border-left-style
    border-left-width border-radius border-right border-right-color border-right-style
    border-right-width border-spacing border-style border-top border-top-color border-top-left-radius
    border-top-right-radius border-top-style border-top-width border-width box-shadow box-sizing
    break-after break-before break-inside clear color color-adjust color-scheme column-count column-gap
    column-rule column-width columns cursor display flex flex-basis flex-direction flex-flow flex-grow
    flex-shrink flex-wrap font font-family font-size font-style font-weight gap grid-gap
    grid-template-columns height hyphens inline-size justify-content justify-items justify-self
    letter-spacing line-height margin margin-block margin-block-end margin-block-start margin-bottom
    margin-inline margin-inline-end margin-inline-start margin-left margin-right margin-top max-height
    max-width min-height min-width opacity orphans outline outline-color outline-offset outline-style
    outline-width overflow-wrap overscroll-behavior overscroll-behavior-block
    overscroll-behavior-inline overscroll-behavior-x overscroll-behavior-y padding padding-block padding-block-end padding-block-start
    padding-bottom padding-inline padding-inline-end padding-inline-start padding-left padding-right
    padding-top page page-break-after page-break-before page-break-inside print-color-adjust row-gap
    scroll-behavior size src table-layout text-align text-decoration text-decoration-color
    text-decoration-line text-fill-color text-indent text-shadow text-size-adjust transition
    transition-delay transition-duration transition-property transition-timing-function vertical-align
    visibility white-space widows width word-break word-spacing word-wrap
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Ways to lay out a box by which its text is shown (CSS Display 3 §2).
  static let shownDisplays: Set<String> = Set(
    """
    block inline inline-block list-item table inline-table table-row table-row-group table-header-group
    table-footer-group table-cell table-caption flex inline-flex grid inline-grid flow flow-root run-in
    contents ruby ruby-text ruby-base math box inline-box flexbox inline-flexbox inline-stack -webkit-box
    -webkit-inline-box -webkit-flex -webkit-inline-flex -moz-box -moz-inline-box -moz-inline-stack
    -ms-flexbox -ms-inline-flexbox -ms-grid inherit initial unset revert revert-layer none
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What draws a drawing, and hides nothing of a page's text.
  static let drawing: Set<String> = Set(
    """
    alignment-baseline baseline-shift clip-rule color-interpolation color-interpolation-filters
    color-profile color-rendering dominant-baseline enable-background fill fill-opacity fill-rule
    flood-color flood-opacity glyph-orientation-horizontal glyph-orientation-vertical kerning
    lighting-color marker marker-end marker-mid marker-start paint-order shape-rendering solid-color
    solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-fill vector-effect
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What decides whether text of a drawing is seen.
  static let painting: Set<String> = [
    "fill", "stroke", "fill-opacity", "opacity", "stroke-width", "font-size", "font", "text-anchor",
    "display", "visibility", "clip-path", "mask", "filter", "stroke-opacity", "stroke-dasharray",
    "paint-order", "marker", "marker-start", "marker-mid", "marker-end",
  ]

  /// What moves or cuts in a drawing as it does in every drawing.
  static let placing: Set<String> = Set(
    """
    clip-path mask mask-type filter mix-blend-mode transform transform-box transform-origin overflow x y cx
    cy r rx ry d position top left right bottom
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Those that browsers do not know: of office programs and of drawing programs.
  static func isForeign(_ name: String) -> Bool {
    name.hasPrefix("mso-") || name.hasPrefix("-inkscape-") || name.hasPrefix("inkscape-")
      || name.hasPrefix("-aw-") || name.hasPrefix("-qt-") || name.hasPrefix("prince-")
      || name.hasPrefix("scrollbar-")
  }

  /// Properties in which quotes hold no words that are shown.
  static let named: Set<String> = [
    "font-family", "font", "font-feature-settings", "font-variation-settings", "src", "grid",
    "grid-template", "grid-template-areas", "filter", "unicode-range", "so-language",
    "-inkscape-font-specification",
  ]
}
