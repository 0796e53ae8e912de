import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { unique } from '../src/goals.js'
import { onThePhone } from '../src/people.js'
import { expect, test } from '../src/test.js'

const VERIFIER = path.resolve(import.meta.dirname, '../../verifier/verify-history.mjs')

test('[TO1] [TO5] [DR10] [AD4] somebody takes their record away on the phone, asks for a correction and finds it listed', async ({
  browser,
  house,
}) => {
  const [liked, wrong] = [unique('A blanket in winter'), unique('It was in Leeds')]
  const beside = unique('It was the Tuesday')
  const { context, page, complaints } = await onThePhone(browser, house, 'Tomasz')
  await page.getByRole('link', { name: 'You', exact: true }).click()
  await page.getByRole('link', { name: /^How you like things/ }).click()
  await page.getByRole('textbox', { name: 'Temperature' }).fill(liked)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^Saved\./)).toBeVisible()

  await page.goto(new URL('/you/record', page.url()).href)
  await page.getByRole('link', { name: /^Say what is not right/ }).click()
  await expect(page.getByRole('heading', { name: 'In your record', level: 1 })).toBeVisible()
  await page
    .getByRole('button', { name: /^Something is not right: / })
    .first()
    .click()
  const saying = page.getByRole('dialog', { name: 'Something here is not right' })
  await expect(saying.getByText(/can read this: everybody who reads what it is about/)).toBeVisible()
  await saying.getByRole('textbox', { name: 'This is not right. I say:' }).fill(beside)
  await saying.getByRole('button', { name: 'Add my words' }).click()
  await expect(saying).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: beside }).first()).toBeVisible()
  await page.goto(new URL('/you/record', page.url()).href)
  await page.getByRole('button', { name: /^Take my data with me/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Take my data with me' })
  await expect(sheet.getByText(/notes that aren’t shown to you/)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Download everything' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^accord-my-record-\d{4}-\d\d-\d\d\.zip$/)
  const { unzip } = (await import(pathToFileURL(VERIFIER).href)) as {
    unzip: (zip: Buffer) => Map<string, Buffer>
  }
  const files = unzip(await readFile(await download.path()))
  expect(String(files.get('case-1/record.json'))).toContain(liked)
  expect(String(files.get('case-1/tables/addenda.csv'))).toContain(beside)
  expect(files.get('case-1/record.pdf')?.subarray(0, 5).toString()).toBe('%PDF-')
  expect(String(files.get('README.txt'))).toContain('Tomasz')
  await expect(sheet).toBeHidden()
  await expect(page.getByText(/^Tomasz .* took a copy of the record$/)).toBeVisible()

  await page.getByRole('button', { name: /^Ask for a correction/ }).click()
  const ask = page.getByRole('dialog', { name: 'Ask for a correction' })
  await expect(ask.getByText(/a month to answer/)).toBeVisible()
  await ask.getByRole('textbox', { name: 'What is not right, and how is it?' }).fill(wrong)
  await ask.getByRole('button', { name: 'Send' }).click()
  await expect(ask).toBeHidden()
  await expect(page.getByText(wrong)).toBeVisible()
  await page.getByRole('button', { name: 'Take back: Ask for a correction' }).click()
  await expect(page.getByText(/You took it back/)).toBeVisible()
  expect(complaints).toEqual([])
  await context.close()
})
