/// The control words of RTF (Rich Text Format 1.9.1) by what they do to what a reader sees.
enum RTFWords {
  /// Groups whose text is none of the document's: tables of fonts, properties of the file, data.
  static let aside: Set<String> = words(
    """
    fonttbl info listtable listoverridetable listpicture rsidtbl generator themedata colorschememapping datastore \
    latentstyles xmlnstbl mmathPr pgptbl revtbl defchp defpap wgrffmtfilter pnseclvl userprops ftnsep ftnsepc ftncn \
    aftnsep aftnsepc aftncn bkmkstart bkmkend pict datafield formfield docvar passwordhash protusertbl pgdsctbl \
    falt fontemb fontfile panose ftncn userprops doccomm title subject author manager company operator category \
    keywords comment hlinkbase creatim revtim printim buptim propname staticval linkval expandedcolortbl \
    cocoascreenfonts picprop blipuid bliptag fchars lchars
    """)

  /// Words that change nothing that this search is about: letters, lines, places, languages, tables, borders.
  static let harmless: Set<String> = words(
    """
    rtf ansi mac pc pca ansicpg deff adeff stshfdbch stshfloch stshfhich stshfbi deflang deflangfe adeflang themelang \
    f af fs afs b ab i ai ul ulnone uld uldash uldashd uldashdd uldb ulhwave ulldash ulth ulthd ulthdash ulthdashd \
    ulthdashdd ulthldash ululdbwave ulw ulwave ulc strike striked scaps caps sub super nosupersub lang langfe langnp \
    langfenp noproof alang fcs loch hich dbch ltrch rtlch ltrpar rtlpar ltrrow rtlrow ltrdoc rtldoc ltrsect rtlsect \
    ltrmark rtlmark zwbo zwnbo zwj zwnj kerning cchs cs s ts ds charrsid insrsid rsid rsidroot pararsid sectrsid \
    tblrsid delrsid itap par pard plain sect sectd page pagebb line softline column tab lbr cell row nestcell nestrow \
    nesttableprops nonesttableprops intbl qc ql qr qj qd qk qt sa sb saauto sbauto contextualspace keep keepn \
    widctlpar nowidctlpar widowctrl hyphpar hyphauto hyphcaps hyphconsec hyphhotz noline level outlinelevel aspalpha \
    aspnum faauto fahang facenter faroman favar fafixed adjustright nosnaplinegrid wrapdefault indmirror toplinepunct \
    nooverflow tqr tqc tqdec tb tldot tlhyph tlmdhyph tlul tlth tleq ls ilvl listtext pntext pn pnlvlblt pnlvlbody \
    pnlvlcont pnlvl pnf pnfs pnindent pnsp pnstart pntxtb pntxta pndec pncard pnlcltr pnucltr pnlcrm pnucrm pnql pnhang \
    brdrs brdrw brdrcf brdrt brdrb brdrl brdrr brdrbtw brdrbar brdrth brdrdb brdrdot brdrdash brdrhair brsp brdrnone \
    brdrnil brdrtbl brdrsh box chbrdr trowd trgaph trleft trql trqc trqr trkeep trkeepfollow trhdr trautofit tblind \
    tblindtype tabsnoovrlp trpaddl trpaddr trpaddt trpaddb trpaddfl trpaddfr trpaddft trpaddfb trspdl trspdr trspdt \
    trspdb trspdfl trspdfr trspdft trspdfb trbrdrt trbrdrb trbrdrl trbrdrr trbrdrh trbrdrv trwWidth trftsWidth \
    trwWidthB trftsWidthB trwWidthA trftsWidthA tbllkhdrrows tbllklastrow tbllkhdrcols tbllklastcol tbllkborder \
    tbllkshading tbllkfont tbllkcolor tbllkbestfit tbllknocolband tbllknorowband irow irowband lastrow clvertalt \
    clvertalc clvertalb cltxlrtb clbrdrt clbrdrb clbrdrl clbrdrr cldglu cldgll clpadl clpadr clpadt clpadb clpadfl \
    clpadfr clpadft clpadfb clftsWidth clwWidth clwHeight clshdrawnil clmgf clmrg clvmgf clvmrg clNoWrap cellx \
    paperw paperh margl margr margt margb margmirror gutter gutterprsn rtlgutter landscape facingp titlepg deftab \
    headery footery lndscpsxn pgwsxn pghsxn marglsxn margrsxn margtsxn margbsxn guttersxn cols colsx colno colw colsr \
    linex linemod linecont linestarts linerestart sbknone sbkcol sbkpage sbkeven sbkodd sectunlocked sectlinegrid \
    sectdefaultcl sectspecifyl sectspecifycl sectexpand vertalt vertalb vertalc vertalj endnhere binfsxn binsxn \
    pgnstart pgnrestart pgncont pgndec pgnlcrm pgnucrm pgnlcltr pgnucltr pgnx pgny pgnhn pgnhnsh pgbrdrhead \
    pgbrdrfoot pgbrdropt pgdsc pgdscuse pgdscnxt header headerl headerr headerf footer footerl footerr footerf \
    footnote ftnalt ftnbj ftntj ftnstart ftnrstcont ftnrestart ftnrstpg ftnnar ftnnalc ftnnauc ftnnrlc ftnnruc \
    ftnnchi aenddoc aendnotes endnotes endnotes aftnbj aftntj aftnstart aftnrstcont aftnrestart aftnnar aftnnalc \
    aftnnrlc sftnbj sftntj sftnstart sftnrstcont sftnnar sftnnrlc saftnstart saftnrstcont saftnnar saftnnrlc fet \
    chftn chftnsep chftnsepc chpgn sectnum bullet emdash endash emspace enspace qmspace lquote rquote ldblquote \
    rdblquote viewkind viewscale viewzk viewbksp viewh viewvieww vieww donotembedsysfont donotembedlingdata grfdocevents \
    validatexml showplaceholdtext ignoremixedcontent saveinvalidxml showxmlerrors horzdoc dghspace dgvspace dghorigin \
    dgvorigin dghshow dgvshow jcompress jexpand viewnobound1 formshade htmautsp nogrowautofit nolnhtadjtbl \
    noxlattoyen expshrtn noultrlspc dntblnsbdb nospaceforul lytprtmet lytexcttp lyttblrtgr splytwnine ftnlytwnine \
    useltbaln alntblind lytcalctblwd lnbrkrule snaptogridincell allowfieldendsel wrppunct asianbrkrule newtblstyruls \
    nouicompat utinl felnbrelev indrlsweleven noafcnsttbl afelev notabind nojkernpunct truncatefontheight msmcap \
    oldas cvmme sprstsp sprslnsp sprsspbf sprsbsp swpbdr hwelev spltpgpar notcvasp notbrkcnstfrctbl notvatxbx \
    krnprsnet usexform noqfpromote relyonvml trackmoves trackformatting readprot docvar dntblnsbdb prcolbl wraptrsp \
    transmf otblrul nocolbal bdrrlswsix bdbfhdr subfontbysize ht hres brkfrm doctype nofeaturethrottle formprot \
    field fldinst fldrslt fldlock fldpriv fldedit uc rtlch sbasedon snext slink sqformat spriority sunhideused \
    ssemihidden slocked shidden sautoupd styrsid additive spersonal tsrowd tscellwidthfts tscellpaddl tscellpaddr \
    tscellpaddfl tscellpaddfr tscellpaddft tscellpaddfb tsvertalt tsvertalc tsvertalb tsbrdrt tsbrdrb tsbrdrl tsbrdrr \
    tsbrdrh tsbrdrv tsbrdrdgl tsbrdrdgr tscbandsh tscbandsv yts tab stylesheet colortbl red green blue ctint cshade \
    caccentone caccenttwo caccentthree caccentfour caccentfive caccentsix ctextone ctexttwo cbackgroundone \
    cbackgroundtwo chyperlink cfollowedhyperlink cmaindarkone cmaindarktwo cmainlightone cmainlighttwo shppict \
    nonshppict hyphmax pgnid collapsed formatConverter cocoartf cocoasubrtf cocoatextscaling \
    cocoaplatform pardirnatural pardeftab partightenfactor tightenfactor strokec dgmargin nobrkwrptbl usenormstyforlist \
    noindnmbrts nocxsptable cachedcolbal ilfomacatclnup cgrid accnone acccomma accdot acccircle accunderdot
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
