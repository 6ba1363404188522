/** What Word puts on the clipboard: list items as paragraphs, bold and italic as styles, and much else. */
export const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>@list l0{}</style></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->
<h1 style='margin:0'><b><span style='font-size:16pt'>Summit recap</span></b><o:p></o:p></h1>
<p class=MsoNormal style='margin:0'>The <b style='mso-bidi-font-weight:normal'>whole</b> room
<span style='color:red;font-weight:bold'>agreed</span>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>First</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>Inner</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>· </span>Second</p>
<p class=MsoNormal>Then</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1. </span>One</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2. </span>Two</p>
<table><tr><td style='padding:0'><p>Who</p></td><td>When</td></tr></table>
<p><a href="javascript:alert(1)">bad</a> <a href="https://example.org/">good</a>
<img src="file:///x.png" alt="chart"><script>alert(1)</script></p>
<!--EndFragment--></body></html>`;

/** What Google Docs puts there: everything inside a bold element that is not bold. */
export const fromGoogleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr"><span style="font-weight:400;font-style:normal">Plain </span><span style="font-weight:700">bold
</span><span style="font-style:italic">slanted</span></p>
<ul><li dir="ltr"><p><span>one</span></p></li><li><p>two</p></li></ul></b>`;
