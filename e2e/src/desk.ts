import { expect, type Page } from '@playwright/test'

/** The administrator adds a colleague and stands on their page. */
export async function addColleague(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Work e-mail').fill(email)
  await page.getByRole('button', { name: 'Add this colleague' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** The administrator adds a client and stands on their page. */
export async function addClient(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Add this client' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

export interface FirstLink {
  readonly link: string
  readonly code: string
}

/** Makes somebody's first sign-in link and reads it off with its code, as they are shown this once. */
export async function firstLink(page: Page): Promise<FirstLink> {
  await page.getByRole('button', { name: 'Make a first sign-in link' }).click()
  const dialog = page.getByRole('dialog')
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  const code = await codeIn(page)
  await dialog.getByRole('button', { name: 'I have handed it over' }).click()
  return { link, code }
}

/** Sends somebody an invitation and reads off the code that they are given in person. */
export async function sendInvitation(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Send an invitation' }).click()
  const code = await codeIn(page)
  await page.getByRole('dialog').getByRole('button', { name: 'I have noted the code' }).click()
  return code
}

async function codeIn(page: Page): Promise<string> {
  const shown = await page.getByRole('dialog').getByLabel('Code for the link').textContent()
  return (shown ?? '').replace(/\s/g, '')
}
