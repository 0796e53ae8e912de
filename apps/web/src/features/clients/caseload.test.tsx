import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'
import { aCase, aGoalSummary, AS_MARA, AS_RUTH, JONAH, MARA, PEOPLE } from '../../testing/people.js'
import { ok, renderConsole } from '../../testing/render-console.js'

const DAY = 86_400_000

function aClient(name: string, changes: Partial<CaseSummary> = {}): CaseSummary {
  const people = PEOPLE.map((one) => (one.relation === 'client' ? { ...one, name } : one))
  return aCase({ caseId: name.toLowerCase() as CaseId, people, ...changes })
}

function changedAt(daysAgo: number, changes: Partial<GoalSummary> = {}): GoalSummary {
  return aGoalSummary({ lastChange: { by: JONAH, at: Date.now() - daysAgo * DAY }, ...changes })
}

const ANSWERED = { kind: 'agree', at: 1 } as unknown as NonNullable<
  GoalSummary['agreement']['halves'][number]['answer']
>
const AGREED_BY_JONAH = changedAt(2, {
  agreement: {
    kind: 'open',
    halves: [
      { person: MARA, relation: 'practitioner', answer: null, state: 'off' },
      { person: JONAH, relation: 'client', answer: ANSWERED, state: 'on' },
    ],
  },
})
const LAPSED = changedAt(3, {
  agreement: { kind: 'lapsed', since: 1, before: {} as never, halves: [] },
})

const CASELOAD = [
  aClient('Zoe', { goals: [AGREED_BY_JONAH], openedAt: Date.now() - 9 * DAY }),
  aClient('Anna', { goals: [LAPSED], openedAt: Date.now() - 8 * DAY }),
  aClient('Émile', { goals: [], openedAt: Date.now() - 20 * DAY }),
  aClient('Bo', { goals: [changedAt(1)], closedAt: Date.now(), openedAt: Date.now() - 30 * DAY }),
]

function caseload(address: string, cases = CASELOAD, self = AS_MARA): void {
  renderConsole(address, { 'GET /api/sign-in': ok({ self }), 'GET /api/cases': ok({ cases }) })
}

async function names(): Promise<readonly string[]> {
  const rows = within(await screen.findByRole('table')).getAllByRole('rowheader')
  return rows.map((row) => within(row).getByRole('link').textContent)
}

describe('the caseload', () => {
  it('[FI6] shows everybody, the latest change first, unless the address says otherwise', async () => {
    caseload('/clients')
    expect(await names()).toEqual(['Bo', 'Zoe', 'Anna', 'Émile'])
    expect(screen.getByRole('columnheader', { name: 'Last change' }).getAttribute('aria-sort')).toBe(
      'descending',
    )
  })

  it.each([
    ['Wording changed', 'changed', ['Anna']],
    ['Waiting for me', 'waiting', ['Zoe']],
    ['No goals yet', 'empty', ['Émile']],
    ['Closed', 'closed', ['Bo']],
  ])('[FI7] %s counts and shows those, and the address keeps it', async (filter, shown, expected) => {
    caseload(`/clients?show=${shown}`)
    expect(await names()).toEqual(expected)
    const link = screen.getByRole('link', { name: `${filter} 1` })
    expect(link.getAttribute('aria-current')).toBe('true')
    expect(screen.getByRole('link', { name: 'All 4' }).getAttribute('aria-current')).toBeNull()
  })

  it('[FI7] waits no more for somebody who answered', async () => {
    const halves = AGREED_BY_JONAH.agreement.halves.map((half) => ({ ...half, answer: ANSWERED }))
    const goal = changedAt(2, { agreement: { kind: 'open', halves } })
    caseload('/clients?show=waiting', [aClient('Zoe', { goals: [goal] })])
    expect(await screen.findByText('Nobody waits for an answer of yours.')).toBeTruthy()
    fireEvent.click(screen.getByRole('link', { name: 'Show all clients' }))
    expect(await names()).toEqual(['Zoe'])
  })

  it('[FI6] is sorted by a column’s header, and turned round by it', async () => {
    caseload('/clients')
    await names()
    fireEvent.click(screen.getByRole('button', { name: 'Client' }))
    expect(await names()).toEqual(['Anna', 'Bo', 'Émile', 'Zoe'])
    fireEvent.click(screen.getByRole('button', { name: 'Client' }))
    expect(await names()).toEqual(['Zoe', 'Émile', 'Bo', 'Anna'])
    expect(screen.getByRole('columnheader', { name: 'Client' }).getAttribute('aria-sort')).toBe('descending')
  })

  it('[FI6] has 25 a page; a page behind the last is the last', async () => {
    const many = Array.from({ length: 61 }, (_, at) => aClient(`Client ${String(at + 1)}`))
    caseload('/clients?sort=name&page=99', many)
    expect(await names()).toHaveLength(11)
    expect(screen.getByText('51–61 of 61')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Next page' })).toBeNull()
    fireEvent.click(screen.getByRole('link', { name: 'Previous page' }))
    expect(await names()).toHaveLength(25)
    expect(screen.getByText('26–50 of 61')).toBeTruthy()
  })

  it('[FI6] reads an address that makes no sense as the usual one', async () => {
    caseload('/clients?show=x&sort=y&order=z&page=-1')
    expect(await names()).toHaveLength(4)
  })

  it('[AC3] is narrowed by a supervisor to one practitioner', async () => {
    const noor = { person: 'noor' as PersonId, name: 'Noor Haddad', relation: 'practitioner' } as const
    const hers = aClient('Priya', {
      relation: 'supervisor',
      people: [
        noor,
        { person: JONAH, name: 'Priya', relation: 'client' },
        ...PEOPLE.filter(({ relation }) => relation === 'supervisor'),
      ],
    })
    caseload('/clients', [aClient('Zoe', { relation: 'supervisor' }), hers], AS_RUTH)
    expect(await names()).toHaveLength(2)
    fireEvent.change(screen.getByRole('combobox', { name: 'With' }), { target: { value: noor.person } })
    expect(await names()).toEqual(['Priya'])
    expect(screen.getByRole('link', { name: 'All 1' })).toBeTruthy()
  })
})
