import { expect, type Locator, type Page } from '@playwright/test'

let made = 0

/** A name that no other goal of this run has. */
export function unique(name: string): string {
  made += 1
  return `${name} ${String.fromCharCode(64 + made)}`
}

/** A goal's card in the console. */
export function goalCard(page: Page, name: string): Locator {
  return page.getByRole('article', { name: new RegExp(name) })
}

/** The console's editor of a goal's statement, where it is open. */
export function consoleEditor(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`Statement of the goal .*${name}`) })
}

/** The portal's editor of the goal that is open. */
export function phoneEditor(page: Page): Locator {
  return page.getByRole('textbox', { name: /Your goal, shared with/ })
}

export async function startGoalAtDesk(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New goal' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(name)
  await dialog.getByRole('button', { name: 'Start the goal' }).click()
  await expect(goalCard(page, name)).toBeVisible()
  return name
}

/** Opens a goal's words in the console, caret in them. */
export async function editWords(page: Page, name: string): Promise<void> {
  const editor = consoleEditor(page, name)
  if (!(await editor.isVisible())) {
    await goalCard(page, name)
      .getByRole('button', { name: `Edit the words of ${name}` })
      .click()
  }
  await editor.click()
  await expect(editor).toBeFocused()
}
