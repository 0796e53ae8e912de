import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { NO_COMFORT_WORDS } from '@accord/domain/case/comfort'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { CasePhases } from '@accord/domain/rest/case-file'
import type { ComfortProfile } from '@accord/domain/rest/comfort'
import { aCase, AS_MARA, JONAH, MARA, PEOPLE } from '../../../testing/people.js'
import { renderPart } from '../../../testing/render-part.js'
import { ProfileTab } from './profile-tab.js'

const DAY = 86_400_000
const AT = Date.UTC(2026, 9, 1, 12)

const phases: CasePhases = {
  possible: ['commitment', 'process', 'change', 'termination'],
  history: [
    { phase: 'commitment', since: AT, by: { person: MARA, name: 'Mara Lindqvist' }, reason: null },
    { phase: 'process', since: AT + 7 * DAY, by: { person: MARA, name: 'Mara Lindqvist' }, reason: 'Ready.' },
  ],
}
const profile: ComfortProfile = {
  client: JONAH,
  name: 'Jonah Okafor',
  version: 3,
  changed: { by: JONAH, name: 'Jonah Okafor', at: AT },
  words: { ...NO_COMFORT_WORDS, sound: 'Tell me before you play the audio.' },
  readers: PEOPLE,
  writers: PEOPLE.filter(({ person }) => person === JONAH),
}

function open(profiles: readonly ComfortProfile[], addenda: readonly RecordAddendum[] = []) {
  renderPart(AS_MARA, <ProfileTab summary={aCase()} />, {
    '/api/cases/case/comfort': { caseId: 'case', profiles, people: PEOPLE },
    '/api/cases/case/phases': phases,
    '/api/cases/case/addenda': {
      caseId: 'case',
      mayAdd: false,
      items: [],
      logs: [],
      addenda,
      people: PEOPLE,
    },
    '/api/cases/case/barriers': {
      caseId: 'case',
      clients: [],
      people: PEOPLE,
      mayWrite: false,
      mayMove: false,
    },
  })
}

describe('a client’s profile', () => {
  it('[CL18] [CL20] shows their own words, who changed them last, and who reads them', async () => {
    open([profile])
    expect(await screen.findByRole('heading', { name: 'Comfort and culture, in Jonah’s words' })).toBeTruthy()
    expect(screen.getByText('Tell me before you play the audio.')).toBeTruthy()
    expect(screen.getByText('Jonah last changed it on 1 October')).toBeTruthy()
    expect(screen.getByText(/Read by you, Jonah and Ruth\. .*the front desk doesn’t see them/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('[AD4] shows what the client added to the record beneath what it is about, with name and day', async () => {
    const about = { at: AT, by: MARA, number: 3, name: null, words: 'Two stops on the bus.' }
    const place = { kind: 'session', item: 'session', entry: 0, about, by: JONAH } as const
    open(
      [profile],
      [
        { ...place, number: 1, at: AT + DAY, words: 'It was one stop.' },
        { ...place, number: 2, at: AT + 2 * DAY, words: 'And a tram.' },
      ],
    )
    const section = await screen.findByRole('region', { name: 'What the client added to the record' })
    const items = await within(section).findAllByText('Session 3')
    expect(items).toHaveLength(1)
    expect(within(section).getByText('Two stops on the bus.')).toBeTruthy()
    const said = within(section).getAllByText(/^Added by Jonah/)
    expect(said.map(({ parentElement }) => parentElement?.textContent)).toEqual([
      'It was one stop.Added by Jonah, 2 October',
      'And a tram.Added by Jonah, 3 October',
    ])
  })

  it('[CL18] says who could write it where nothing is written yet', async () => {
    open([{ ...profile, version: 0, changed: null, words: NO_COMFORT_WORDS }])
    expect(await screen.findByRole('heading', { name: 'Nothing written yet' })).toBeTruthy()
    expect(screen.getByText(/Jonah can write it in the portal/)).toBeTruthy()
  })

  it('[CL15] [CL20] stands beside the dated phases and the people with access', async () => {
    open([profile])
    const side = within(await screen.findByRole('complementary', { name: 'Phases, and who has access' }))
    expect(await side.findByText('1 October to 8 October')).toBeTruthy()
    expect(side.getByText('Ready.')).toBeTruthy()
    expect(side.getAllByText('Not yet')).toHaveLength(2)
    const access = within(side.getByRole('region', { name: 'People with access' }))
    expect(access.getAllByRole('listitem').map((item) => item.querySelector('b')?.textContent)).toEqual([
      'Mara, you',
      'Jonah',
      'Ruth',
      'Front desk',
    ])
  })
})
