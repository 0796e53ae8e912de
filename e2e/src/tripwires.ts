import { expect, type BrowserContext, type Page } from '@playwright/test'

/** What a page did that none should: each is a word about it. */
export interface Tripwires {
  readonly tripped: readonly string[]
}

/** What a payload would have left in a page that took it for markup. */
const MARKUP = [
  ...[
    '[onerror]',
    '[onload]',
    '[onfocus]',
    '[onbegin]',
    '[ontoggle]',
    '[onstart]',
    '[onpointerenter]',
    '[srcdoc]',
  ],
  ...['script:not([src])', 'iframe', 'object', 'embed', 'base', 'marquee', 'meta[http-equiv]', 'math'],
  ...[
    '[href^="javascript" i]',
    '[action^="javascript" i]',
    '[formaction]',
    '[href^="data:text" i]',
    'animate',
  ],
  ...['[src*="zz.example"]', '[href*="zz.example"]'],
].join(',')

/** Listens, on every page of a browser, for code that ran, dialogs, breaches of the policy and complaints. */
export async function tripwires(context: BrowserContext): Promise<Tripwires> {
  const tripped: string[] = []
  const say = (what: string) => {
    tripped.push(what)
  }
  await context.exposeFunction('zz', () => say('a payload ran'))
  await context.exposeFunction('tellViolation', (what: string) => say(`policy: ${what}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { tellViolation } = window as unknown as { tellViolation: (what: string) => void }
      tellViolation(`${effectiveDirective} ${blockedURI}`)
    })
  })
  context.on('dialog', (dialog) => {
    say(`dialog ${dialog.type()}`)
    void dialog.dismiss()
  })
  context.on('console', (message) => {
    if (message.type() === 'error') say(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => say(`error: ${error.error().message}`))
  context.on('request', (request) => {
    if (/zz\.example|^javascript:/i.test(request.url())) say(`asked for ${request.url()}`)
  })
  return { tripped }
}

/** No payload became a node of the page as it stands. */
export async function expectNoMarkup(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(
    (markup) =>
      [
        ...document.querySelectorAll(markup),
        ...Array.from(document.querySelectorAll('style')).filter(({ textContent }) =>
          textContent.includes('zz.'),
        ),
      ].map((node) => node.outerHTML.slice(0, 120)),
    MARKUP,
  )
  expect(found, where).toEqual([])
}
