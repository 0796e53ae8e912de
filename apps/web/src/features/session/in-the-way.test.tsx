import { describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import type { CaseId } from '@accord/domain/ids'
import type { BarrierRegister, ShownBarrier } from '@accord/domain/rest/barriers'
import type { SessionCard } from '@accord/domain/rest/session'
import { AS_MARA, JONAH, MARA, PEOPLE } from '../../testing/people.js'
import { renderPart } from '../../testing/render-part.js'
import { InTheWay } from './in-the-way.js'

const card = { caseId: 'case', people: PEOPLE } as unknown as SessionCard
const barrier = (id: string, words: string, more: Partial<ShownBarrier>): ShownBarrier => ({
  ...{ id, client: JONAH, kind: 'time', words, cue: null },
  entries: [{ kind: 'moved', station: 'noticed', words: null, seq: 1, by: MARA, at: 0 }],
  ...more,
})

function open(barriers: readonly ShownBarrier[]) {
  const register: BarrierRegister = {
    caseId: 'case' as CaseId,
    clients: [{ client: JONAH, name: 'Jonah Okafor', readers: PEOPLE, barriers }],
    ...{ people: PEOPLE, mayWrite: true, mayMove: true },
  }
  renderPart(AS_MARA, <InTheWay card={card} />, { '/api/cases/case/barriers': register })
}

describe('preparing a session', () => {
  it('[BA5] names what gets in the way and is worth asking about, and nothing else', async () => {
    const [noticed] = barrier('b1', '', {}).entries
    const entries: ShownBarrier['entries'] = [
      noticed,
      { kind: 'said', words: 'Ten is easier', seq: 2, by: JONAH, at: 9 },
    ]
    open([
      barrier('b1', 'Mornings', { cue: { kind: 'said', at: 9 }, entries }),
      barrier('b2', 'The bus', { cue: { kind: 'untouched', sessions: 4 } }),
      barrier('b3', 'Not asked about', {}),
    ])
    expect(await screen.findByText('Ten is easier')).toBeTruthy()
    expect(screen.getByText('Jonah wrote this, and nobody has answered yet.')).toBeTruthy()
    expect(screen.getByText('Open, and nobody touched it for 4 sessions.')).toBeTruthy()
    expect(screen.queryByText('Not asked about')).toBeNull()
    expect(screen.getByRole('link').getAttribute('href')).toBe('/clients/case/profile')
  })
})
