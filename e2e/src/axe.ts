import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No violations and no sideways scroll, in either theme. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const found = await violationsOn(page)
    expect(found, `${where}, ${theme}`).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${where}, ${theme}, sideways scroll`).toBeLessThanOrEqual(0)
  }
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  const runOnly = { type: 'tag', values: RULES } as const
  // A quarter of the time: what passed isn't written out, and no page has frames, whose findings a page of its own would join.
  const axe = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
