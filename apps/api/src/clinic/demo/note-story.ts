import type { BodyMark } from '@accord/domain/note/body-map'
import type { NoteKind } from '@accord/domain/note/kind'
import type { ReleaseChoice } from '@accord/domain/note/release'
import type { DemoKey } from './people.js'

/** A note of the story; words by section. */
export interface NoteStory {
  readonly client: DemoKey
  readonly author: DemoKey
  /** Which of the sessions that were held, counted from 1. */
  readonly session: number
  readonly kind: NoteKind
  readonly words: Readonly<Record<string, string>>
  readonly quotes?: boolean
  readonly marks?: readonly BodyMark[]
  /** Whom its author asks to co-sign. */
  readonly coSigner?: DemoKey
  readonly release?: Exclude<ReleaseChoice, { kind: 'delayed' }>
  /** Left as a draft. */
  readonly isDraft?: boolean
  readonly amended?: string
}

/** Short ones, of sessions that were held one after the other. */
function briefly(
  client: DemoKey,
  of: Pick<NoteStory, 'kind'> & { readonly section: string; readonly from: number },
  ...lines: readonly string[]
): readonly NoteStory[] {
  return lines.map((line, at) => ({
    ...{ client, author: 'mara' as const, session: of.from + at, kind: of.kind },
    words: { [of.section]: line },
  }))
}

const JONAH: readonly NoteStory[] = [
  ...briefly(
    'jonah',
    { kind: 'free', section: 'words', from: 1 },
    'Getting to know each other. Jonah said why he came: nights that go over one meeting, and mornings that begin at four. We talked about how we would work and what stays between us. He felt safe to go home and knows whom to ring.',
    'He brought sleep first. We wrote a first goal together in rough words. No thoughts of harming himself; asked, and answered plainly.',
    'Two better nights after leaving the phone in the kitchen. He would like words of his own for the goal and takes it home.',
  ),
  {
    client: 'jonah',
    author: 'mara',
    session: 4,
    kind: 'soap',
    words: {
      subjective:
        'Jonah slept four nights of seven. The worst was Sunday, before a call about the severance.',
      objective: 'Rested, quick to laugh at himself. Quiet when the call came up.',
      assessment: 'The goal is in his own words now and both of us stand behind it. He can say what helps.',
      plan: 'Phone stays in the kitchen. Next session as planned.',
    },
    quotes: true,
  },
  ...briefly(
    'jonah',
    { kind: 'free', section: 'words', from: 5 },
    'The train came up again. He wrote “Leeds” as a goal by himself and read it out. We looked at what panic does in a minute, and what it does in ten.',
    'He stood on the platform twice and let two trains go. We agreed that standing there counts.',
  ),
  {
    client: 'jonah',
    author: 'mara',
    session: 7,
    kind: 'dap',
    words: {
      data: 'Jonah told his sister about the redundancy; she did not ask why he had waited. One stop on the slow train, heart racing at the first bend, settled by the second minute.',
      assessment: 'He tests what he fears in steps that he chooses. Sleep holds at four nights.',
      plan: 'One stop more on an off-peak train. The slow-breath audio before, not during.',
    },
    quotes: true,
    amended: 'The ride was on Tuesday, not on Monday. Jonah pointed it out when he read the note.',
  },
  {
    client: 'jonah',
    author: 'mara',
    session: 8,
    kind: 'soap',
    words: {
      subjective: 'Two stops, alone. “I hated the first and read through the second.” Sleep unchanged.',
      objective: 'Brighter. Spoke of the ride in detail and of his father in half sentences.',
      assessment:
        'Good evidence, in his terms, that panic peaks and passes. Telling his father may belong as a goal of its own; he is still deciding.',
      plan: 'Mara asks about the audio without making it a test. Jonah rides two stops off peak.',
    },
    quotes: true,
  },
  {
    client: 'jonah',
    author: 'mara',
    session: 9,
    kind: 'soap',
    words: {
      subjective:
        'Jonah rode two stops on the off-peak train on Monday and “didn’t hate all of it”. His heart raced at the first stop and had settled by the second. He slept through on four nights. He is dreading his father finding out about the redundancy from a cousin.',
      objective:
        'Brighter, quicker to joke. Spoke about the ride in detail. Looked away when the breathing audio came up.',
      assessment: '',
      plan: 'Huddersfield and back by the end of the month, with Dele on the phone.',
    },
    isDraft: true,
  },
]

const PRIYA: readonly NoteStory[] = [
  ...briefly(
    'priya',
    { kind: 'free', section: 'words', from: 1 },
    'Getting to know each other. Priya described the Tuesday meeting minute by minute. We agreed to go at her pace.',
    'She wrote the first goal in the session and changed one word of mine. No risk today; asked.',
  ),
  {
    client: 'priya',
    author: 'mara',
    session: 3,
    kind: 'birp',
    words: {
      behaviour: 'Priya came straight from work and needed ten minutes before she could sit back.',
      intervention: 'We played the first minute of the meeting, she as herself and then as her manager.',
      response:
        'She laughed at how reasonable the manager sounded, and found one sentence that she could say.',
      plan: 'One sentence on Tuesday, any sentence.',
    },
    quotes: true,
  },
  {
    client: 'priya',
    author: 'mara',
    session: 4,
    kind: 'dap',
    words: {
      data: 'She said her sentence. Nobody answered, and she told it here as a failure first and as a fact later.',
      assessment:
        'She needs more time with the wording of the goal and said so; that is her right and useful to know.',
      plan: 'No new step this week. We look at the wording together next time.',
    },
    quotes: true,
    release: {
      kind: 'withheld',
      reason: 'third-person',
      words: 'Says more about a colleague than belongs in her copy.',
    },
  },
]

const shoulders = (intensity: number): readonly BodyMark[] => [
  { region: 'back:shoulder:left', kind: 'tension', intensity, words: '' },
  {
    region: 'back:lower-back',
    kind: 'pain',
    intensity: Math.max(0, intensity - 2),
    words: 'After long drives.',
  },
  { region: 'back:upper-back', kind: 'worked', intensity: null, words: '' },
]

const TOMASZ: readonly NoteStory[] = [
  ...briefly(
    'tomasz',
    { kind: 'massage', section: 'plan', from: 1 },
    'Full back, medium pressure. To drink, and no lifting tonight.',
    'Shoulders and lower back. Stretch at every stop.',
    'Shoulders, left longer than right. He will try a cushion in the van.',
    'Lower back and hips. The cushion stays.',
    'Shoulders and neck, light on the neck. Same stretches.',
    'Back, slow. A walk on the evening after.',
    'Shoulders. He shows the stretches without being asked.',
    'Lower back. A line in a diary after every drive, as a try.',
    'Shorter on the table than planned, because we talked. Said openly next time.',
    'No diary from now on. Shoulders and lower back.',
  ),
  {
    client: 'tomasz',
    author: 'mara',
    session: 11,
    kind: 'massage',
    words: {
      subjective: 'Less stiff after two hours in the van, 3 of 10. Lifts his daughter again.',
      objective: 'Left shoulder firmer than the right, lower back warm, full range with a pull at the end.',
      assessment: 'Softer after ten minutes; he noticed the difference when he sat up.',
      plan: 'Shoulders and upper back, medium pressure. Stretches at stops. In a week.',
    },
    marks: shoulders(5),
  },
]

const INES: readonly NoteStory[] = briefly(
  'ines',
  { kind: 'reiki', section: 'touch', from: 1 },
  'Light touch at shoulders and hands, lying down. She asked for the window open.',
  'From a distance for the first half, light touch after she said so.',
  'Light touch, feet and shoulders. Asked before the neck, and left it out.',
  'Lying on her side. Light touch at the back.',
  'Seated, light touch at the hands only.',
  'Light touch at shoulders and feet, the window open.',
)

/** What Hanna asks Ruth to co-sign. */
const OSCAR: readonly NoteStory[] = [
  {
    client: 'oscar',
    author: 'hanna',
    session: 1,
    kind: 'massage',
    words: {
      subjective: 'Right knee 4 of 10 going down stairs, better on the flat. Slept on it well.',
      objective: 'Slight swelling under the kneecap, thigh tight towards the outside.',
      assessment: 'Eased to 2 of 10 after the thigh. Walked down two steps forwards.',
      plan: 'Thigh and calf, light around the knee. Two slow flights a day with a hand on the rail.',
    },
    marks: [
      { region: 'front:knee:right', kind: 'swelling', intensity: 3, words: '' },
      { region: 'front:thigh:right', kind: 'tension', intensity: 6, words: 'Outer side.' },
    ],
    coSigner: 'ruth',
  },
]

export const NOTES: readonly NoteStory[] = [...JONAH, ...PRIYA, ...TOMASZ, ...INES, ...OSCAR]
