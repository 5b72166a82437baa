/// Texts of parts in which much of what documents show is used once.
enum ShownSeeds {
  static let office: [[UInt8]] = [
    word, sheet, table, slide, openText, openTable, openSlide, book,
  ].map { Array($0.utf8) }

  private static let word = """
    docx
    <w:style w:type="paragraph" w:styleId="a" w:default="1"><w:rPr><w:color w:val="808080" \
    w:themeColor="text1"/><w:sz w:val="22"/></w:rPr></w:style><w:style w:type="table" w:styleId="t">\
    <w:basedOn w:val="a"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="000000"/></w:tcPr>\
    </w:tblStylePr></w:style>
    ---
    <w:p><w:pPr><w:pStyle w:val="a"/><w:ind w:left="-200" w:firstLine="90"/><w:spacing w:line="240" \
    w:lineRule="exact"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFE0"/><w:vanish w:val="0"/>\
    <w:highlight w:val="black"/></w:rPr><w:t xml:space="preserve">one </w:t><w:tab/></w:r><w:fldSimple \
    w:instr=" DATE \\@ yyyy "><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:fldChar \
    w:fldCharType="begin"/></w:r><w:r><w:instrText> IF 1 = 1 a b </w:instrText></w:r><w:r><w:fldChar \
    w:fldCharType="end"/></w:r></w:p><w:tbl><w:tblPr><w:tblInd w:w="-9000"/><w:tblStyle w:val="t"/>\
    </w:tblPr><w:tr><w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t>\
    </w:r></w:p></w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx/>\
    </mc:Choice><mc:Fallback><v:rect style="position:absolute;z-index:2" fillcolor="white"/>\
    </mc:Fallback></mc:AlternateContent><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar \
    w:left="1000"/></w:sectPr>
    """

  private static let sheet = """
    xlsx
    <numFmts count="1"><numFmt numFmtId="164" formatCode="[Red][&gt;=100]#,##0.00 &quot;EUR&quot;;-0%;;@"/>\
    </numFmts><fonts><font><color rgb="FFFFFFFF"/><sz val="1"/></font></fonts><fills><fill><patternFill \
    patternType="solid"><fgColor indexed="9"/></patternFill></fill></fills><cellXfs><xf/><xf numFmtId="164" \
    fontId="0" fillId="0" applyFont="1"><alignment shrinkToFit="1" horizontal="right"/></xf><xf \
    numFmtId="14"/></cellXfs><dxfs><dxf><font><color theme="0"/></font></dxf></dxfs>
    ---
    <cols><col min="2" max="3" hidden="1" width="0"/></cols><sheetData><row r="1" ht="3" customHeight="1"><c \
    r="A1" s="1"><f>SUM(B1:B9)*2^-1&amp;IF(A2&gt;1,"a",-3%)</f><v>12.5</v></c><c r="B1" t="inlineStr"><is>\
    <t>text</t></is></c><c r="C1" s="2"><v>45000.25</v></c></row><row r="2" hidden="1"><c r="A2" t="b">\
    <v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><conditionalFormatting \
    sqref="A1:A9"><cfRule type="cellIs" dxfId="0" operator="lessThan"><formula>5</formula></cfRule>\
    </conditionalFormatting><dataValidations><dataValidation type="list" sqref="A1"/></dataValidations>
    """

  private static let table = """
    xlsx
    <sheetData><row><c t="str"><f t="shared" ref="A1:A3" si="0">ROUND(1.5,0)+DATE(2026,1,2)</f><v>2</v></c>\
    <c t="e"><v>#REF!</v></c><c><f>{1,2;3,4}</f><v>1</v></c><c><f>'a'!$B$2-TODAY()</f><v>1E+300</v></c></row>\
    </sheetData><autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="1"/></filters>\
    </filterColumn></autoFilter>
    """

  private static let slide = """
    pptx
    <p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="1" y="2"/>\
    <a:ext cx="3" cy="4"/></a:xfrm></p:spPr></p:sp></p:spTree>
    ---
    <p:spTree><p:sp><p:nvSpPr><p:cNvPr id="2" name="a" hidden="0"><a:hlinkClick action="ppaction://hlinksldjump"/>\
    </p:cNvPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm rot="5400000"><a:off x="-9" \
    y="0"/><a:ext cx="9000" cy="1"/></a:xfrm><a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="50000"/>\
    </a:srgbClr></a:solidFill></p:spPr><p:txBody><a:bodyPr><a:normAutofit fontScale="1000"/></a:bodyPr><a:p>\
    <a:fld type="datetime1"><a:t>1</a:t></a:fld><a:r><a:rPr sz="100"><a:solidFill><a:schemeClr val="bg1"/>\
    </a:solidFill></a:rPr><a:t>two</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>
    """

  private static let openText = """
    odt
    <style:style style:name="a" style:family="paragraph" style:parent-style-name="b"><style:text-properties \
    fo:color="#ffffff" fo:font-size="50%" text:display="none"/><style:paragraph-properties \
    fo:margin-left="-3cm" fo:background-color="transparent"/></style:style>
    ---
    <text:p text:style-name="a">one<text:s text:c="3"/><text:span>two</text:span><text:date \
    text:fixed="false">2026</text:date><text:conditional-text text:condition="ooow:1==1">x\
    </text:conditional-text><draw:frame><draw:text-box fo:min-height="1mm"><text:p>in</text:p></draw:text-box>\
    </draw:frame></text:p><text:section text:display="none"/><table:table><table:table-row><table:table-cell>\
    <text:p>c</text:p></table:table-cell></table:table-row></table:table>
    """

  private static let openTable = """
    ods
    <style:style style:name="c" style:family="table-cell"><style:table-cell-properties \
    fo:background-color="#000000"/><style:text-properties fo:color="black"/></style:style>
    ---
    <table:table table:name="a"><table:table-column table:visibility="collapse"/><table:table-row \
    table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="900" \
    table:formula="of:=SUM([.A1:.B2];2)*-1"><text:p>900</text:p></table:table-cell><table:covered-table-cell/>\
    </table:table-row></table:table>
    """

  private static let openSlide = """
    odp
    <draw:page draw:name="a"><presentation:date-time/><draw:rect draw:z-index="4"/><draw:frame><draw:text-box>\
    <text:p>x</text:p></draw:text-box></draw:frame></draw:page>
    """

  private static let book = """
    epub
    <style>p{color:#fff;background:url(a.png)} @media print{b{display:none}}</style><p style="opacity:.5">one</p>\
    <nav hidden="hidden"><svg xmlns="http://www.w3.org/2000/svg"><text x="-9" fill="none">t</text></svg></nav>
    """

  static let page: [[UInt8]] = [
    """
    /ExtGState << /G << /ca .5 /BM /Screen /SMask /None >> >> /ColorSpace << /C [/Separation /All /DeviceGray \
    << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] >> /Shading << /S << /ShadingType 2 /ColorSpace \
    /DeviceRGB /Coords [0 0 9 9] /Function << /FunctionType 2 /Domain [0 1] /N 1 >> >> >>
    ---
    q /G gs 1 0 0 1 5 5 cm .9 g 0 0 50 50 re W n BT /F1 9 Tf 3 Tr -9 Tc 90 Tz 20 20 Td (one) Tj T* [(t) -900 <6f>] TJ \
    ET /C cs .5 scn 0 0 m 9 9 l 5 5 6 6 7 7 c h f* /S sh Q BI /W 1 /H 1 /BPC 8 /CS /G ID a EI /Span << /ActualText \
    (x) >> BDC 1 1 .9 rg BT /F1 .1 Tf 1 0 0 -1 9 9 Tm (b) ' 2 3 (c) " ET EMC
    """
  ].map { Array($0.utf8) }

  static let rtf: [[UInt8]] = [
    #"""
    {\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;}{\stylesheet{\s1\v h;}}
    \pard\plain\f0\fs24\cf1 one \u8212? \'e9{\field{\*\fldinst DATE}{\fldrslt 1}}{\*\upr{a}{\*\ud{b}}}\trowd\trrh-20
    \cellx900\intbl x\cell\row\li-900{\v hidden}{\object\objemb}\par}
    """#
  ].map { Array($0.utf8) }

  static let xml: [[UInt8]] = [
    """
    <?xml version="1.0"?><?xml-stylesheet href="a.xsl" type="text/xsl"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>
    """,
    """
    <rss version="2.0"><channel><item><description>&lt;p style="display:none"&gt;x&lt;/p&gt;</description></item>\
    </channel></rss>
    """,
    """
    <math xmlns="http://www.w3.org/1998/Math/MathML"><mphantom><mi mathcolor="white">x</mi></mphantom></math>
    """,
    """
    <?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>\
    <Table><Row Hidden="1"><Cell Formula="=NOW()"><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>
    """,
  ].map { Array($0.utf8) }

  static let csv: [[UInt8]] = [
    Array("sep=;\nName;Sum\n\"a \"\"b\"\"\";=1+2\n+49 30 1;-3,5\n\t@x|'/C calc'!A0\n".utf8)
  ]
}
