import { expect } from '@playwright/test'
import type { OwnRequests } from '@accord/domain/rest/requests'
import { asking } from '../src/asking.js'
import { atTheDesk } from '../src/people.js'
import { uuidV7 } from '../src/planting.js'
import { test } from '../src/test.js'

const WORDS = 'Please forget that I was ever with you.'
const ANSWER = 'We keep it as long as the law asks, and nobody reads it until then.'

test('[DR10] [DR13] [DR24] [DR32] Ines asks to be forgotten, Beth answers, Ines reads until when it is kept and why', async ({
  browser,
  house,
}) => {
  const ines = await asking(browser, house.portal, 'ines')
  const { cases } = await ines.get<{ cases: readonly { caseId: string }[] }>('cases')
  const id = uuidV7()
  await ines.send('me/requests', { id, kind: 'erasure', caseId: cases[0]?.caseId ?? null, words: WORDS })
  const { page: beth } = await atTheDesk(browser, house, 'Beth')
  const mara = await atTheDesk(browser, house, 'Mara')
  await mara.page.goto(`${house.console}/clients/${cases[0]?.caseId ?? ''}/goals`)
  await expect(mara.page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible()

  await test.step('[DR21] Beth chooses by which rule the practice keeps its records', async () => {
    await beth.goto(`${house.console}/administration/retention`)
    await expect(beth.getByText('No rule is chosen yet')).toBeVisible()
    await beth.getByText('Germany', { exact: true }).click()
    await beth.getByRole('button', { name: 'Keep records by these' }).click()
    await expect(beth.getByText(/^Germany: chosen by Beth/)).toBeVisible()
  })

  await test.step('[DR14] [DR20] [DR25] she reads what was asked and what becomes of it, and grants it', async () => {
    await beth.goto(`${house.console}/requests`)
    await expect(beth.getByRole('heading', { name: 'Data requests' })).toBeVisible()
    await expect(beth.getByText(WORDS)).toBeVisible()
    await expect(beth.getByText(/It is kept until .*630f/)).toBeVisible()
    await beth.getByRole('button', { name: 'Grant it' }).click()
    const dialog = beth.getByRole('dialog')
    await expect(dialog.getByText(/What will be gone/)).toBeVisible()
    await expect(dialog.getByText(/What stays/)).toBeVisible()
    await dialog.getByLabel('Your answer').fill(ANSWER)
    await dialog.getByRole('button', { name: 'Grant the erasure' }).click()
    await expect(beth.getByText('Kept, then erased', { exact: true })).toBeVisible()
    await expect(beth.getByText(/nobody of the practice reads or writes in it/)).toBeVisible()
  })

  await test.step('[DR30] [DR34] Mara reads on the page that she has open why it isn’t any more, and no other reason', async () => {
    await expect(mara.page.getByRole('heading', { name: /^Ines Carvalho: restricted since/ })).toBeVisible()
    await mara.page.goto(`${house.console}/clients/${cases[0]?.caseId ?? ''}/goals`)
    await expect(mara.page.getByRole('heading', { name: /^Ines Carvalho: restricted since/ })).toBeVisible()
    await expect(mara.page.getByRole('heading', { level: 2 })).toHaveCount(1)
    await mara.context.close()
  })

  await test.step('[DR24] [DR33] Ines reads the answer, until when it is kept, and by which rule', async () => {
    const { requests, restricted } = await ines.get<OwnRequests>('me/requests')
    expect(requests[0]).toMatchObject({
      state: 'granted',
      answer: { words: ANSWER },
      cases: [{ fate: 'kept' }],
    })
    expect(restricted).toMatchObject([{ rule: { code: 'de-bgb-630f' } }])
  })

  await test.step('[DR32] Beth has it worked with again, with a reason', async () => {
    await beth.getByRole('button', { name: 'Work with it again' }).click()
    const dialog = beth.getByRole('dialog')
    await dialog.getByLabel('Why it is worked with again').fill('You asked us to go on.')
    await dialog.getByRole('button', { name: 'Work with it again' }).click()
    await expect(beth.getByText('Worked with again', { exact: true })).toBeVisible()
    const { requests, restricted } = await ines.get<OwnRequests>('me/requests')
    expect([requests[0]?.cases[0]?.why, restricted]).toEqual(['You asked us to go on.', []])
  })
})
