import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { EndingId } from '@accord/domain/ending/draft'
import type { CaseId } from '@accord/domain/ids'
import type { EndingPage } from '@accord/domain/rest/ending'
import { added, anAddendum } from '../../../testing/added.js'
import { aCase, AS_MARA, MARA, PEOPLE } from '../../../testing/people.js'
import { renderPart } from '../../../testing/render-part.js'
import { EndingTab } from './ending-tab.js'

const AT = Date.UTC(2026, 9, 1, 12)
const closed: EndingPage = {
  ...{ caseId: 'case' as CaseId, people: PEOPLE, readers: [MARA], urgent: [], closedAt: AT, readUntil: AT },
  ...{ readDays: 90, mayBegin: false, mayWrite: false, mayClose: false },
  state: {
    ...{ kind: 'closed', begun: { by: MARA, at: AT }, hash: 'ab', closedBy: MARA, addenda: [] },
    pack: {
      ...{ ending: 'e1' as EndingId, closedAt: AT, people: PEOPLE, kept: [], lines: [], urgent: [] },
      boxes: [{ writer: MARA, box: 'changed', words: 'He takes the bus.', at: AT, version: 1 }],
    },
  },
}

describe('a closed ending at the console', () => {
  it('[AD9] stands with what the client says of it', async () => {
    renderPart(AS_MARA, <EndingTab summary={aCase()} />, {
      '/api/cases/case/ending': closed,
      '/api/cases/case/addenda': added(anAddendum({ kind: 'ending', item: 'e1' })),
    })
    expect(await screen.findByText('He takes the bus.')).toBeTruthy()
    const name = 'Jonah says that something here is not right'
    expect(within(await screen.findByRole('group', { name })).getByText('It was one stop.')).toBeTruthy()
  })
})
