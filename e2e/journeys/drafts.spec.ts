import type { Page } from '@playwright/test'
import { framesHeardBy } from '../src/frames.js'
import { goalCard, unique } from '../src/goals.js'
import { atTheDesk, onThePhone, openClient } from '../src/people.js'
import { expect, test } from '../src/test.js'

const draftEditor = (page: Page) => page.getByRole('textbox', { name: 'Your draft, which only you can see' })

test('[DR1, DR3] a draft is its writer’s alone, to the last frame, until it is shared with one act', async ({
  browser,
  house,
}) => {
  const name = unique('Money')
  const mara = await atTheDesk(browser, house, 'Mara')
  const ruth = await atTheDesk(browser, house, 'Ruth')
  const heard = [framesHeardBy(mara.page), framesHeardBy(ruth.page)]
  await openClient(mara.page, 'Jonah')
  await openClient(ruth.page, 'Jonah')
  await expect(mara.page.getByText('Reading along, writing nothing')).toBeVisible()
  const jonah = await onThePhone(browser, house, 'Jonah')
  await jonah.page.getByRole('button', { name: 'What would you like to be different?' }).click()
  await jonah.page
    .getByRole('textbox', { name: 'What would you like to be different?' })
    .fill('Something about money.')
  await jonah.page.getByRole('textbox', { name: 'A short name' }).fill(name)
  await jonah.page.getByRole('button', { name: 'Keep it to myself for now' }).click()
  await expect(draftEditor(jonah.page)).toBeFocused()
  // He had the plan open while he chose; only when he has left it is there nothing to hear of him.
  await expect(
    mara.page
      .getByText('Not here just now')
      .or(mara.page.getByText(/Jonah.*isn’t here/))
      .first(),
  ).toBeVisible()
  for (const one of heard) {
    expect(one.all()).not.toEqual([])
    one.forget()
  }
  await jonah.page.keyboard.press('End')
  await jonah.page.keyboard.type(' I don’t know how to say it yet.')
  await expect(jonah.page.getByText('Saved', { exact: true })).toBeVisible()
  await jonah.page.reload()
  await expect(draftEditor(jonah.page)).toHaveText(/money\. I don’t know how to say it yet\./)
  expect(heard.map((one) => one.all())).toEqual([[], []])
  await jonah.page.getByRole('link', { name: 'Back to your goals' }).click()
  const only = jonah.page.getByRole('region', { name: 'Only you can see these' })
  await expect(only.getByRole('link', { name: new RegExp(name) })).toBeVisible()
  expect(heard.map((one) => one.all())).toEqual([[], []])
  await only.getByRole('link', { name: new RegExp(name) }).click()

  await jonah.page.getByRole('button', { name: new RegExp(`More for the goal .${name}`) }).click()
  await jonah.page.getByRole('menuitem', { name: 'Put it away' }).click()
  await jonah.page.getByRole('textbox', { name: 'Why, if you’d like to say' }).fill('Not this week')
  await jonah.page.getByRole('button', { name: 'Put it away' }).click()
  await expect(jonah.page.getByText('You put this draft away: Not this week')).toBeVisible()
  await jonah.page.getByRole('button', { name: 'Take it up again' }).click()
  await expect(jonah.page.getByText('You put this draft away: Not this week')).toHaveCount(0)

  await jonah.page.getByRole('button', { name: 'Share with Mara' }).click()
  await expect(jonah.page.getByText(/Mara will see this in \d seconds/)).toBeVisible()
  await jonah.page.getByRole('button', { name: 'Keep it' }).click()
  await expect(jonah.page.getByText('Only you.', { exact: true })).toBeVisible()
  expect(heard.map((one) => one.all())).toEqual([[], []])

  await jonah.page.getByRole('button', { name: 'Share with Mara' }).click()
  await expect(goalCard(mara.page, name)).toContainText('I don’t know how to say it yet.')
  await expect(goalCard(ruth.page, name)).toContainText('Something about money.')
  await expect(jonah.page.getByRole('textbox', { name: /Your goal, shared with Mara/ })).toHaveText(
    /Something about money/,
  )
  await jonah.page.getByRole('link', { name: 'Back to your goals' }).click()
  await expect(jonah.page.getByRole('link', { name: new RegExp(name) })).toHaveCount(1)
  await expect(only.getByRole('link', { name: new RegExp(name) })).toHaveCount(0)
  for (const visitor of [mara, ruth, jonah]) {
    expect(visitor.complaints).toEqual([])
    await visitor.context.close()
  }
})

test('[DR1, DR3, DR6] a practitioner drafts for themselves, puts it away, takes it up again, and shares it', async ({
  browser,
  house,
}) => {
  const name = unique('Walks')
  const mara = await atTheDesk(browser, house, 'Mara')
  const ruth = await atTheDesk(browser, house, 'Ruth')
  const jonah = await onThePhone(browser, house, 'Jonah')
  const heard = [framesHeardBy(ruth.page), framesHeardBy(jonah.page)]
  await openClient(mara.page, 'Jonah')
  await openClient(ruth.page, 'Jonah')
  await jonah.page.getByRole('link', { name: /Sleep/ }).first().click()
  await expect(jonah.page.getByText(/Mara is here/)).toBeVisible()
  await expect(mara.page.getByText('Reading along, writing nothing')).toBeVisible()
  const drafts = mara.page.getByRole('region', { name: 'Only you can see these' })
  await expect(drafts.getByRole('heading', { name: 'Asking for help' })).toBeVisible()
  for (const one of heard) {
    expect(one.all()).not.toEqual([])
    one.forget()
  }
  await drafts.getByRole('button', { name: 'Start a draft' }).click()
  await expect(draftEditor(mara.page)).toBeFocused()
  await mara.page.keyboard.type('A walk after each session.')
  await drafts.getByRole('textbox', { name: 'A short name for your draft' }).pressSequentially(name)
  await expect(drafts.getByText('Saved', { exact: true })).toBeVisible()
  await drafts.getByRole('button', { name: new RegExp(`More for the goal .${name}`) }).click()
  await mara.page.getByRole('menuitem', { name: 'Put it away…' }).click()
  const dialog = mara.page.getByRole('dialog', { name: 'Put this draft away?' })
  await dialog.getByRole('textbox').fill('Too early')
  await dialog.getByRole('button', { name: 'Put it away' }).click()
  await drafts.getByRole('button', { name: '1 draft put away' }).click()
  await expect(drafts.getByText('Put away: Too early')).toBeVisible()
  await drafts.getByRole('button', { name: `Take up again: ${name}` }).click()
  await drafts.getByRole('button', { name: `Go on writing ${name}` }).click()
  await expect(draftEditor(mara.page)).toHaveText('A walk after each session.')
  expect(heard.map((one) => one.all())).toEqual([[], []])

  await drafts.getByRole('button', { name: 'Share with Jonah' }).click()
  await expect(drafts.getByText(/Jonah and Ruth will see this in \d seconds/)).toBeVisible()
  await drafts.getByRole('button', { name: 'Keep it' }).click()
  await expect(drafts.getByText(/Jonah and Ruth can’t see it; when you share it, they can/)).toBeVisible()
  expect(heard.map((one) => one.all())).toEqual([[], []])
  await drafts.getByRole('button', { name: 'Share with Jonah' }).click()
  await expect(goalCard(mara.page, name)).toContainText('A walk after each session.')
  await expect(goalCard(ruth.page, name)).toContainText('A walk after each session.')
  await expect(draftEditor(mara.page)).toHaveCount(0)
  await expect(drafts.getByRole('heading', { name })).toHaveCount(0)
  await jonah.page.getByRole('link', { name: 'Back to your goals' }).click()
  await expect(jonah.page.getByRole('link', { name: new RegExp(name) })).toBeVisible()
  for (const visitor of [mara, ruth, jonah]) {
    expect(visitor.complaints).toEqual([])
    await visitor.context.close()
  }
})

test('[DR2] what a practitioner thinks that a client wants reaches neither client nor supervisor', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  const ruth = await atTheDesk(browser, house, 'Ruth')
  const jonah = await onThePhone(browser, house, 'Jonah')
  const heard = [framesHeardBy(ruth.page), framesHeardBy(jonah.page)]
  await openClient(ruth.page, 'Jonah')
  await expect(ruth.page.getByRole('button', { name: /What I think they want/ })).toHaveCount(0)
  await jonah.page.getByRole('link', { name: /Sleep/ }).first().click()
  await openClient(mara.page, 'Jonah')
  const sleep = goalCard(mara.page, 'Sleep')
  const closed = sleep.getByRole('button', { name: /What I think they want/ })
  await expect(closed).toBeVisible()
  await expect(jonah.page.getByText(/Mara is here/)).toBeVisible()
  for (const one of heard) {
    expect(one.all()).not.toEqual([])
    one.forget()
  }
  await closed.click()
  const paper = sleep.getByRole('region', { name: 'What you think Jonah wants' })
  await paper.getByRole('textbox').pressSequentially('To be asked before the evening is planned')
  await expect(paper.getByText('Saved', { exact: true })).toBeVisible()
  await expect(sleep.getByRole('region', { name: 'What Jonah wrote' })).toBeVisible()
  expect(heard.map((one) => one.all())).toEqual([[], []])
  await mara.page.reload()
  await sleep.getByRole('button', { name: /What I think they want/ }).click()
  await expect(paper).toContainText('To be asked before the evening is planned')
  await expect(paper).toContainText('Only you')
  for (const visitor of [mara, ruth, jonah]) {
    expect(visitor.complaints).toEqual([])
    await visitor.context.close()
  }
})
