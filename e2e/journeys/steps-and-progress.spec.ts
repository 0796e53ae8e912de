import { expect, test } from '../src/test.js'
import { atTheDesk, onThePhone, openClient, openGoal } from '../src/people.js'
import { editWords, goalCard, startGoalAtDesk, unique } from '../src/goals.js'

test('[ST1, ST2, ST3, AG10] a step is added, planned, agreed by both and done', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const name = await startGoalAtDesk(mara.page, unique('Choir'))
  await editWords(mara.page, name)
  await mara.page.keyboard.type('I sing again')
  await mara.page.keyboard.press('Escape')
  const jonah = await onThePhone(browser, house, 'Jonah')
  await openGoal(jonah.page, name)
  const card = goalCard(mara.page, name)

  await jonah.page.getByRole('button', { name: 'Add a step' }).click()
  await jonah.page.getByRole('textbox', { name: 'What is the next step?' }).fill('Ring the choir')
  await jonah.page.getByRole('button', { name: 'Add it' }).click()
  await card.getByRole('button', { name: '1 step' }).click()
  await card.getByRole('button', { name: 'Ring the choir', exact: true }).click()
  const dialog = mara.page.getByRole('dialog', { name: 'A step' })
  await dialog.getByRole('textbox', { name: 'What' }).click()
  await mara.page.keyboard.press('End')
  await mara.page.keyboard.type(' on Friday')
  await dialog.getByRole('textbox', { name: 'Why it helps' }).click()
  await mara.page.keyboard.type('A voice on the phone is a start')
  await dialog.getByText('Jonah', { exact: true }).click()
  await dialog.getByLabel('By when').fill('2031-05-09')
  await dialog.getByRole('button', { name: 'Done' }).click()

  await expect(jonah.page.getByRole('heading', { name: 'Your steps' })).toBeVisible()
  await expect(jonah.page.getByRole('list', { name: 'Your steps' })).toContainText('9 May')
  await card.getByRole('button', { name: 'More for the step' }).click()
  await mara.page.getByRole('menuitem', { name: 'Words, who and when' }).click()
  await dialog.getByRole('button', { name: 'Agree to the step “Ring the choir on Friday”' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(jonah.page.getByText('Mara agrees · your half is open')).toBeVisible()
  await jonah.page.getByRole('button', { name: 'Agree to the step “Ring the choir on Friday”' }).click()
  await expect(card.getByText(/Seal closed\. Mara and Jonah agree/).first()).toBeAttached()

  await jonah.page.getByRole('checkbox', { name: 'Done: Ring the choir on Friday' }).check()
  await expect(card.getByRole('checkbox', { name: 'Done: Ring the choir on Friday' })).toBeChecked()
  expect(mara.complaints).toEqual([])
  expect(jonah.complaints).toEqual([])
  await mara.context.close()
  await jonah.context.close()
})

test('[GS1, GS3, CM1] progress is described and rated by each, and a question is answered', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const name = await startGoalAtDesk(mara.page, unique('Garden'))
  await editWords(mara.page, name)
  await mara.page.keyboard.type('I keep a garden')
  await mara.page.keyboard.press('Escape')
  const jonah = await onThePhone(browser, house, 'Jonah')
  await openGoal(jonah.page, name)
  const card = goalCard(mara.page, name)

  await card.getByRole('button', { name: 'Describe what progress looks like' }).click()
  const levels = { '+2': 'A harvest', '+1': 'Flowers', '0,': 'Beds dug', '−1': 'A spade', '−2': 'Weeds' }
  for (const [level, words] of Object.entries(levels)) {
    await mara.page.getByRole('textbox', { name: new RegExp(`^${level.replace('+', '\\+')}`) }).fill(words)
  }
  await mara.page.getByRole('button', { name: 'Keep these levels' }).click()
  await expect(jonah.page.getByRole('list', { name: 'What progress looks like' })).toContainText('Beds dug')

  await jonah.page.getByRole('button', { name: 'Say how far it has come' }).click()
  await jonah.page.getByRole('dialog').getByText('A spade').click()
  await jonah.page.getByRole('button', { name: 'Say so', exact: true }).click()
  await expect(jonah.page.getByRole('heading', { name: 'Where you are' })).toBeVisible()
  await jonah.page.getByRole('button', { name: 'Ask a question' }).click()
  await jonah.page.getByRole('textbox', { name: 'What would you like to know?' }).fill('Does a pot count?')
  await jonah.page.getByRole('button', { name: 'Ask it' }).click()

  await expect(card.getByText('1 open question').or(card.getByText('Waits for an answer'))).toBeVisible()
  const fold = card.getByRole('button', { name: 'No steps yet' })
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
  await expect(card.getByRole('listitem').filter({ hasText: 'A spade' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await card.getByRole('button', { name: 'Answer' }).click()
  await card.getByRole('textbox', { name: 'Your answer' }).fill('It does.')
  await card.getByRole('button', { name: 'Send the answer' }).click()
  await expect(jonah.page.getByText('It does.')).toBeVisible()
  await card.getByRole('button', { name: 'Say how far it has come' }).click()
  await mara.page.getByRole('dialog').getByText('Beds dug').click()
  await mara.page.getByRole('button', { name: 'Say so', exact: true }).click()
  await expect(jonah.page.getByText(/Mara: 0, Beds dug/)).toBeVisible()
  expect(mara.complaints).toEqual([])
  expect(jonah.complaints).toEqual([])
  await mara.context.close()
  await jonah.context.close()
})

test('[ST1] steps are put in another order with the keyboard and with the mouse', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const rows = goalCard(mara.page, 'Leeds').getByRole('row')
  const order = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''))
  await expect(rows).toHaveCount(4)
  const [first = '', second = '', third = '', fourth = ''] = await order()
  await rows.nth(0).focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'Tab', 'Enter', 'ArrowUp', 'ArrowUp', 'Enter']) {
    await mara.page.keyboard.press(key)
    await mara.page.waitForTimeout(150)
  }
  await expect.poll(order).not.toEqual([first, second, third, fourth])
  const moved = await order()
  const onTop = moved[3] ?? ''
  await rows.nth(3).dragTo(rows.nth(0), {
    sourcePosition: { x: 300, y: 10 },
    targetPosition: { x: 300, y: 2 },
  })
  await expect.poll(order).toEqual([onTop, ...moved.slice(0, 3)])
  await mara.page.reload()
  await expect(rows).toHaveCount(4)
  expect(await order()).toEqual([onTop, ...moved.slice(0, 3)])
  await mara.context.close()
})
