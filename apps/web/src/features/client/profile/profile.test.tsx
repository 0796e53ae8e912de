import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { NO_COMFORT_WORDS } from '@accord/domain/case/comfort'
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

function open(profiles: readonly ComfortProfile[]) {
  renderPart(AS_MARA, <ProfileTab summary={aCase()} />, {
    '/api/cases/case/comfort': { caseId: 'case', profiles, people: PEOPLE },
    '/api/cases/case/phases': phases,
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
