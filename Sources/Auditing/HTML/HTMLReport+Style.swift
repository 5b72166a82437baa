extension HTMLReport {
  /// How every page looks: on screens wide and narrow, and on paper. Every pair of colours
  /// that carries text keeps a contrast of 4.5 to 1, every part of a chart 3 to 1 against the page.
  ///
  /// By this style the page shows the same words to everybody, whatever the window, the paper or the choices of a
  /// reader: `verify` says of a signed page that hides some, or shows others at times, that it does.
  static let style = """
    :root { --page: #fff; --text: #1c2024; --quiet: #50575f; --line: #c9ced4;
      --card: #f5f6f8; --good: #17703a; --bad: #b3261e; --worse: #7a1712; --caution: #8a5a00;
      --neutral: #6a727c; --first: #0b5cad; --second: #6f42c1; --third: #a4508b; --open: #8a5a00; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 76rem; padding: 1.5rem clamp(1rem, 4vw, 3rem); background: var(--page);
      color: var(--text); font: 1rem/1.55 system-ui, "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP",
      "Noto Sans", sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
    h2 { font-size: 1.3rem; margin: 2.2rem 0 .7rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
    h3 { font-size: 1.05rem; margin: 0 0 .5rem; }
    p { margin: .3rem 0; }
    code { font: .9em ui-monospace, "Liberation Mono", monospace; }
    .lead { font-size: 1.25rem; font-weight: 600; }
    .notice { border: 2px solid; padding: .5rem .8rem; font-weight: 600; }
    .good { color: var(--good); } .bad { color: var(--bad); } .caution { color: var(--caution); }
    .neutral { color: var(--quiet); }
    rect.good { fill: var(--good); } rect.bad { fill: var(--bad); } rect.worse { fill: var(--worse); }
    rect.caution { fill: var(--caution); } rect.neutral { fill: var(--neutral); }
    rect.first { fill: var(--first); } rect.second { fill: var(--second); } rect.third { fill: var(--third); }
    rect { stroke: var(--page); stroke-width: 2; }
    rect.open { fill: var(--page); stroke: var(--open); stroke-dasharray: 4 3; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .8rem; margin: 1.2rem 0; }
    .figure { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .9rem;
      display: flex; flex-direction: column; justify-content: space-between; }
    .figure dt { color: var(--quiet); font-size: .9rem; } .figure dd { margin: 0; font-size: 1.8rem; font-weight: 700; line-height: 1.2; }
    .facts { margin: 0; display: grid; gap: .35rem; }
    .facts div { display: grid; grid-template-columns: 9rem 1fr; gap: .8rem; }
    .facts dt { color: var(--quiet); } .facts dd { margin: 0; }
    .digest { display: block; color: var(--quiet); font: .72rem/1.4 ui-monospace, "Liberation Mono", monospace; }
    .findings { list-style: none; margin: 0; padding: 0; display: grid; gap: .8rem; }
    .findings > li { color: var(--text); background: var(--card); border: 1px solid var(--line);
      border-left: .35rem solid; border-radius: .3rem; padding: .7rem 1rem; break-inside: avoid; }
    .findings > li.bad { border-left-color: var(--bad); } .findings > li.caution { border-left-color: var(--caution); }
    .findings > li.neutral { border-left-color: var(--neutral); }
    .what { font-size: 1.05rem; } .count { color: var(--quiet); white-space: nowrap; }
    .rule, .controls { color: var(--quiet); font-size: .9rem; }
    .paths { margin: .3rem 0 0; padding-left: 1.2rem; font-size: .92rem; } .more { color: var(--quiet); }
    .badge { display: inline-block; border: 1px solid; border-radius: .25rem; padding: 0 .4rem; font-size: .82rem;
      font-weight: 600; white-space: nowrap; background: var(--page); }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.5rem; }
    .chart { break-inside: avoid; } .chart > svg { width: 100%; height: 1.6rem; display: block; margin-bottom: .5rem; }
    .swatch { width: .8rem; height: .8rem; vertical-align: -.05rem; }
    table { border-collapse: collapse; width: 100%; font-size: .93rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); font-weight: 400; }
    thead th { font-weight: 600; color: var(--quiet); vertical-align: bottom; }
    thead th, td, .chart th { overflow-wrap: break-word; } td bdi { overflow-wrap: anywhere; }
    .chart td, .places td { text-align: right; font-variant-numeric: tabular-nums; }
    .chart thead th + th, .places thead th + th + th { text-align: right; }
    .places td.bar { width: 22%; min-width: 6rem; } .places td.bar svg { width: 100%; height: 1.1rem; display: block; }
    .chart td, .chart thead th, .places td { white-space: nowrap; }
    :lang(ja) thead th, :lang(ja) .chart th, :lang(ja) .files td { word-break: keep-all; }
    td.bad, td.caution { font-weight: 700; }
    .scroll { overflow-x: auto; } .scroll:focus-visible { outline: 3px solid var(--first); outline-offset: 2px; }
    .files th[scope=row] { min-width: 12rem; width: 38%; } .files td ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .25rem; }
    .files td { min-width: 6.5rem; } .files td:last-child { min-width: 15rem; }
    .signing .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1.5rem; }
    .signature { border: 1px solid var(--line); border-radius: .3rem; padding: .8rem 1rem; break-inside: avoid; }
    .signature dl { margin: 0; } .signature dl div { display: grid; grid-template-columns: 8rem 1fr; border-bottom: 1px solid var(--line); min-height: 2.3rem; align-items: end; }
    .signature dl div:last-child { min-height: 5.5rem; border-bottom: 0; } .signature dt { color: var(--quiet); font-size: .9rem; } .signature dd { margin: 0; }
    footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .6rem; color: var(--quiet); font-size: .9rem; }
    @media (max-width: 34rem) { .facts div { grid-template-columns: 1fr; gap: 0; } h1 { font-size: 1.5rem; } .lead { font-size: 1.1rem; } }
    @page { size: A4; margin: 16mm 14mm 18mm; }
    @media print {
      * { -webkit-print-color-adjust: exact; }
      body { max-width: none; padding: 0; font-size: 9.5pt; } h1 { font-size: 18pt; } h2 { font-size: 13pt; break-after: avoid; }
      .scroll { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; }
      table { font-size: 8pt; } th, td { padding: .3rem .35rem; } .digest { font-size: 6.2pt; } .figure dd { font-size: 15pt; } .lead { font-size: 12pt; }
      .files th[scope=row], .files td, .files td:last-child { min-width: 0; }
      .signing { break-inside: avoid; } .files { break-before: page; }
      .figures { grid-template-columns: repeat(5, 1fr); } .charts { grid-template-columns: repeat(3, 1fr); gap: 1rem; }
      .chart table { font-size: 7.5pt; } .chart th, .chart td { padding: .25rem .3rem; } .signing .columns { grid-template-columns: 1fr 1fr; }
      .files table { table-layout: fixed; } .files thead th { width: 15%; } .files thead th:first-child { width: 34%; }
      .files thead th:last-child { width: 21%; } .places td.bar { min-width: 4rem; }
    }
    """

  /// What pages have beside it that are not signed: dark colours on dark screens, and a choice of the files that are
  /// shown.
  static let extras = """
    @media (prefers-color-scheme: dark) { :root { --page: #14171b; --text: #e8eaed; --quiet: #b0b7c0;
      --line: #3c434b; --card: #1e2329; --good: #5fcf8c; --bad: #ff8a80; --worse: #ff5c8a;
      --caution: #f0c04a; --neutral: #9aa3ad; --first: #79b8ff; --second: #c4a7f5; --third: #f0a3d8;
      --open: #f0c04a; } }
    fieldset { border: 0; margin: 0; padding: 0; min-width: 0; } legend { padding: 0; color: var(--quiet); }
    fieldset > label { display: inline-block; padding: .3rem 1.2rem .3rem .4rem; } fieldset > .scroll { margin-top: .5rem; }
    input:focus-visible { outline: 3px solid var(--first); outline-offset: 2px; }
    #found:checked ~ .scroll tbody tr:not(.wrong):not(.found), #wrong:checked ~ .scroll tbody tr:not(.wrong) { display: none; }
    @media print {
      :root { --page: #fff; --text: #1c2024; --quiet: #50575f; --line: #c9ced4; --card: #f5f6f8; --good: #17703a;
        --bad: #b3261e; --worse: #7a1712; --caution: #8a5a00; --neutral: #6a727c; --first: #0b5cad; --second: #6f42c1;
        --third: #a4508b; --open: #8a5a00; }
      legend, fieldset > input, fieldset > label { display: none; }
    }
    """
}
