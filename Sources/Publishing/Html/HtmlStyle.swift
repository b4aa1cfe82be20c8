/// The style sheet of an exported page: for phones, by day and night, and on paper.
enum HtmlStyle {
    static let sheet = """
        :root{color-scheme:light dark;--back:#fff;--text:#1c1e21;--soft:#5b6470;--line:#d5dae0;--code:#f4f6f8;--link:#0b57d0}
        @media (prefers-color-scheme:dark){:root{--back:#15181c;--text:#e4e7ea;--soft:#9aa4af;--line:#353c44;--code:#1f2429;--link:#8ab4f8}}
        body{margin:0 auto;max-width:46rem;padding:1rem 1.1rem 4rem;background:var(--back);color:var(--text);
        font:1rem/1.55 system-ui,sans-serif;overflow-wrap:break-word}
        h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em}h1{margin-top:.3em}
        h2{padding-top:.6em;border-top:1px solid var(--line)}
        a{color:var(--link)}p{margin:.5em 0}ul,ol{padding-left:1.4em;margin:.4em 0}li>p{margin:.15em 0}
        img{max-width:100%;height:auto;border-radius:4px}
        .title,.details{color:var(--soft)}.title{font-size:.9em;font-style:italic}
        pre,code{font-family:ui-monospace,monospace;font-size:.92em}code{background:var(--code);padding:.1em .25em;border-radius:3px}
        pre{background:var(--code);border:1px solid var(--line);border-radius:4px;padding:.7em .9em;white-space:pre-wrap}
        pre code{background:none;padding:0}
        blockquote,.sidebarblock,.exampleblock>.content{margin:.7em 0;padding:.1em 1em;border-left:3px solid var(--line)}
        .admonitionblock{margin:.7em 0;border-left:3px solid var(--link);padding-left:.7em}
        .admonitionblock td{border:0;padding:.2em .5em}.admonitionblock .icon{font-weight:600}
        table{border-collapse:collapse;max-width:100%}.tableblock>caption{text-align:left}
        table.tableblock th,table.tableblock td{border:1px solid var(--line);padding:.25em .6em;vertical-align:top}
        .tableblock p{margin:0}dt{font-weight:600}dd{margin-left:1.4em}.line-through{text-decoration:line-through}
        @media (max-width:34rem){.tableblock{display:block;overflow-x:auto}body{padding:.7rem .8rem 3rem}}
        @media print{:root{--back:#fff;--text:#000;--soft:#444;--line:#bbb;--code:#f4f4f4;--link:#000}
        body{max-width:none;padding:0;font-size:10.5pt}h1,h2,h3{break-after:avoid}img,pre,table{break-inside:avoid}
        img{max-height:20cm}}

        """
}
