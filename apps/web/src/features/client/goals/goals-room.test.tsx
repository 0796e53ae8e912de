import { describe, expect, it } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { wordingHash } from '@accord/domain/goal/wording'
import type { Payload } from '@accord/domain/history/payload'
import type { PersonId } from '@accord/domain/ids'
import { anAddendum } from '../../../testing/added.js'
import { aPlan, renderRoom } from '../../../testing/a-room.js'
import { JONAH, MARA, PLAN, RUTH, SLEEP } from '../../../testing/people.js'

type Happened = readonly [PersonId, Payload]

const WORDS = 'I sleep through'
const HASH = wordingHash(SLEEP, WORDS)
const added: Happened = [MARA, { kind: 'goal.add', goal: SLEEP, goalKind: 'change', title: 'Sleep' }]
const written: Happened = [JONAH, { kind: 'text', goal: SLEEP, field: 'statement', changes: [[0, WORDS]] }]
const answered = (
  person: PersonId,
  answer: 'agree' | 'need-time',
  reason: string | null = null,
): Happened => [person, { kind: 'agreement.answer', goal: SLEEP, answer, wording: HASH, readAt: 4, reason }]
const reworded: Happened = [
  JONAH,
  { kind: 'text', goal: SLEEP, field: 'statement', changes: [WORDS.length, [0, ' most nights']] },
]
const here = [{ connection: 'c' as never, person: RUTH, relation: 'supervisor', at: null }] as const

describe('the goals that practitioner and client write', () => {
  it('[AG6] sends an agreement with the hash of the words on screen and where they were read', () => {
    const { asked } = renderRoom(aPlan(added, written))
    fireEvent.click(screen.getByRole('button', { name: 'Agree to this wording' }))
    expect(asked.commands).toEqual([
      { name: 'agreement.answer', goal: SLEEP, answer: 'agree', wording: HASH, readAt: 4, reason: null },
    ])
  })

  it('[AG6] waits with agreeing while the other person types, and says why', () => {
    const typing = [{ person: JONAH, goal: SLEEP, field: 'statement' }] as const
    const { asked } = renderRoom(aPlan(added, written), {}, { typing })
    const agree = screen.getByRole('button', { name: 'Agree to this wording' })
    fireEvent.click(agree)
    expect(agree.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByText(/Opens when Jonah stops typing/)).toBeTruthy()
    expect(asked.commands).toEqual([])
  })

  it('[LP13] pauses agreeing offline, with the reason', () => {
    renderRoom(aPlan(added, written), {}, { isOnline: false, saved: { kind: 'offline', waiting: 0 } })
    expect(screen.getByText(/Opens when you’re back online/)).toBeTruthy()
  })

  it('[AG5] shows that the other person needs more time as plainly as a yes, with their reason', () => {
    renderRoom(aPlan(added, written, answered(JONAH, 'need-time', 'until Friday')))
    expect(screen.getByText('Jonah needs more time.')).toBeTruthy()
    expect(screen.getByText('until Friday')).toBeTruthy()
  })

  it('[AG2] says that the wording changed since both agreed, and shows the change word by word', () => {
    renderRoom(aPlan(added, written, answered(MARA, 'agree'), answered(JONAH, 'agree'), reworded))
    expect(screen.getByText('Wording changed since you both agreed')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'See the change' }))
    const dialog = within(screen.getByRole('dialog', { name: 'What changed since you agreed' }))
    expect(dialog.getAllByText('added:')).toHaveLength(1)
  })

  it('[AG6] does not count an agreement to words that changed meanwhile, and says who changed them', () => {
    const { asked, become } = renderRoom(aPlan(added, written))
    fireEvent.click(screen.getByRole('button', { name: 'Agree to this wording' }))
    become({ notSaved: [{ code: 'words-changed', words: [], command: 'agreement.answer' }] })
    expect(screen.getByRole('alert').textContent).toContain('Jonah changed a word as you agreed')
    fireEvent.click(screen.getByRole('button', { name: 'Read the new wording' }))
    expect(asked.dismissed).toEqual([0])
  })

  it('[CF8] begins one that is kept from others with an id that holds no time, and any other with its own', () => {
    const begun = [true, false].map((isBetween) => {
      const { asked } = renderRoom(aPlan(), { isBetween })
      fireEvent.click(screen.getAllByRole('button', { name: 'New goal' })[0] as HTMLElement)
      fireEvent.click(screen.getByRole('button', { name: 'Start the goal' }))
      cleanup()
      const [command] = asked.commands
      return command?.name === 'goal.add' ? command.goal.slice(0, 15) : command
    })
    expect(begun[0]).toBe('00000000-0000-7')
    expect(begun[1]).not.toBe('00000000-0000-7')
  })

  it('[LP8] sets a goal aside only with a reason', async () => {
    const { asked } = renderRoom(aPlan(added, written))
    fireEvent.click(screen.getByRole('button', { name: 'More for the goal “Sleep”' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Set aside…' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Set it aside' }))
    expect(asked.commands).toEqual([])
    const reason = screen.getByLabelText('Why, in a sentence you both can read')
    fireEvent.change(reason, { target: { value: 'Work comes first' } })
    fireEvent.click(screen.getByRole('button', { name: 'Set it aside' }))
    expect(asked.commands).toEqual([{ name: 'goal.setAside', goal: SLEEP, reason: 'Work comes first' }])
  })

  it('[AC3] give a supervisor nothing to press, and say that both writers see the visit', () => {
    renderRoom(aPlan(added, written), { viewer: RUTH, mayWrite: false }, { me: null })
    expect(screen.getByText(/Mara and Jonah can see that you are here/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Agree to this wording' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'New goal' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Edit the words of Sleep' })).toBeNull()
  })

  it('[AC3] name a supervisor who reads along to the writers', () => {
    renderRoom(aPlan(added, written), {}, { here })
    const side = within(screen.getByRole('complementary', { name: 'Who is here' }))
    expect(side.getByText('Ruth, supervisor')).toBeTruthy()
    expect(side.getByText('Reading along, writing nothing')).toBeTruthy()
  })

  it('[LP13] keep words that could not be saved until their writer has them', () => {
    const words = [{ goal: SLEEP, field: 'statement', words: 'and rested' }] as const
    const { asked } = renderRoom(
      aPlan(added),
      {},
      { notSaved: [{ code: 'too-large', words, command: null }] },
    )
    expect(screen.getByText('and rested')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'I have them' }))
    expect(asked.dismissed).toEqual([0])
  })

  it('begin with a welcome when there are none', () => {
    renderRoom(aPlan())
    expect(screen.getByText(/No goals yet, and that’s where everyone starts/)).toBeTruthy()
  })

  it('[AD9] bear a mark of what the client says of the agreed words, which opens them with what stood there', async () => {
    const plan = aPlan(added, written, answered(MARA, 'agree'), answered(JONAH, 'agree'))
    const entry = plan.goals[SLEEP]?.agreed?.seq ?? 0
    renderRoom(plan, {}, {}, [anAddendum({ kind: 'moment', item: PLAN, entry })])
    const mark = 'Jonah says that something in what was agreed is not right: Sleep'
    fireEvent.click(screen.getByRole('button', { name: mark }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Sleep' }))
    expect(dialog.getByText('As it stood then.')).toBeTruthy()
    expect(dialog.getByText('It was one stop.')).toBeTruthy()
    expect(dialog.getByText('Added by Jonah, 2 October')).toBeTruthy()
  })
})
