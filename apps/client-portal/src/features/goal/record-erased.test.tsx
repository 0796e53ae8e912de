import { afterEach, expect, it } from '@jest/globals'
import { cleanup, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { RecordErased } from '../../lib/record-erased.js'
import { withMessages } from '../../testing/open-portal.js'
import { PlanEnded } from './plan-ended.js'

afterEach(cleanup)

const AT = Date.UTC(2019, 2, 4, 12)
const RULE = { code: 'us-pennsylvania', source: '49 Pa. Code § 41.57' }
const shown = (what: Parameters<typeof RecordErased>[0]) =>
  render(
    withMessages(
      <MemoryRouter>
        <RecordErased {...what} />
      </MemoryRouter>,
    ),
  )

it('[ER5] says on which day a record was erased, and where it is written how long it had to be kept', () => {
  shown({ erased: { at: AT, rule: RULE } })
  const said = screen.getByRole('alert').textContent
  for (const words of ['This record was erased', '4 March 2019', RULE.source, 'nobody can bring it back'])
    expect(said).toContain(words)
})

it('[ER5] names no rule where none is known, and no day where nobody said it', () => {
  shown({ erased: { at: AT, rule: null } })
  expect(screen.getByRole('alert').textContent).not.toContain('How long')
  cleanup()
  shown({ erased: null })
  expect(screen.getByRole('alert').textContent).not.toContain('It was erased on')
})

it('[ER5] says the same in the place of a plan that was open, and that unsent words stand below', () => {
  render(
    withMessages(
      <MemoryRouter>
        <PlanEnded ending="erased" erased={{ at: AT, rule: RULE }} />
      </MemoryRouter>,
    ),
  )
  const said = screen.getByRole('alert').textContent
  for (const words of ['4 March 2019', RULE.source, 'shown below']) expect(said).toContain(words)
})
