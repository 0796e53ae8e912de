import { expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import { RecordErased } from '../../../lib/record-erased.js'
import { AS_MARA } from '../../../testing/people.js'
import { renderPart } from '../../../testing/render-part.js'
import { PlanEnded } from './plan-ended.js'

const AT = Date.UTC(2019, 2, 4, 12)
const RULE = { code: 'us-pennsylvania', source: '49 Pa. Code § 41.57' }
const said = async () => (await screen.findByRole('alert')).textContent

it('[ER5] says on which day a record was erased, and where it is written how long it had to be kept', async () => {
  renderPart(AS_MARA, <RecordErased erased={{ at: AT, rule: RULE }} />, {})
  const words = await said()
  for (const part of ['This record was erased', '4 March 2019', RULE.source, 'nobody can bring it back'])
    expect(words).toContain(part)
})

it('[ER5] names no rule where none is known', async () => {
  renderPart(AS_MARA, <RecordErased erased={{ at: AT, rule: null }} />, {})
  expect(await said()).not.toContain('How long')
})

it('[ER5] says the same of a plan that was open, and whose it was', async () => {
  renderPart(AS_MARA, <PlanEnded ending="erased" name="Jonah" erased={{ at: AT, rule: RULE }} />, {})
  const words = await said()
  for (const part of ['Jonah’s record was erased', '4 March 2019', RULE.source, 'had not sent yet'])
    expect(words).toContain(part)
})
