import { ENGLISH_PEOPLE } from './english-people.js'
import { phrases } from './english-rows.js'
import type { WordingList } from './rule.js'

/** "The room is clean" means the room. */
const SOMEBODY_IS = [
  ...['I am', "I'm", 'I was', 'he is', "he's", 'he was', 'she is', "she's", 'she was'],
  ...['they are', "they're", 'they were'],
]

const SUBSTANCES = [
  ...phrases('substance', 'ondcp', [
    [['drug habit'], ['substance use disorder']],
    [['drug habits'], ['substance use disorders']],
    [['drug abuse'], ['drug misuse', 'harmful drug use']],
    [['opioid replacement', 'opioid replacement therapy'], ['medication for opioid use disorder']],
    [
      ['clean and sober', 'got clean', 'getting clean', 'stay clean', 'stayed clean', 'stays clean'],
      ['in recovery'],
    ],
  ]),
  ...phrases(
    'substance',
    'ondcp',
    SOMEBODY_IS.flatMap((who) => [
      [[`${who} clean`], [`${who} not using`, `${who} in remission`]],
      [[`${who} dirty`], [`${who} actively using`]],
    ]),
  ),
  ...phrases('substance', 'pediatrics', [
    [['substance abuse'], ['substance use', 'unhealthy use']],
    [['prescription drug abuse'], ['nonmedical prescription use']],
    [
      ['strung out', 'tweaking'],
      ['intoxicated', 'in withdrawal'],
    ],
    [['got high'], ['was intoxicated']],
    [['gets high'], ['is intoxicated']],
    [['getting high'], ['being intoxicated']],
    [['getting drunk'], ['drinking']],
  ]),
  ...phrases('test', 'ondcp', [
    [['clean test', 'clean urine', 'clean drug test', 'clean screen'], ['negative test']],
    [['dirty test', 'dirty urine', 'dirty drug test', 'dirty screen'], ['positive test']],
    [['tested clean'], ['tested negative']],
    [['tested dirty'], ['tested positive']],
  ]),
]

const SUICIDE = phrases('suicide', 'camh', [
  [['committed suicide', 'completed suicide'], ['died by suicide']],
  [['commit suicide', 'complete suicide'], ['die by suicide']],
  [['commits suicide'], ['dies by suicide']],
  [['committing suicide'], ['dying by suicide']],
  [['successful suicide'], ['death by suicide']],
  [
    ['failed suicide attempt', 'unsuccessful suicide attempt', 'failed attempt', 'unsuccessful attempt'],
    ['attempt that was survived'],
  ],
])

const PITY = [
  ...phrases('pity', 'camh', [
    [
      ['suffers from', 'struggles with'],
      ['lives with', 'experiences'],
    ],
    [
      ['suffering from', 'struggling with'],
      ['living with', 'experiencing'],
    ],
    [
      ['suffered from', 'struggled with'],
      ['lived with', 'experienced'],
    ],
  ]),
  ...phrases('pity', 'association', [
    [['afflicted with'], ['has']],
    [
      ['is a victim of', 'is the victim of'],
      ['has', 'experienced'],
    ],
  ]),
  ...phrases('pity', 'apa', [
    [['confined to a wheelchair', 'wheelchair bound'], ['uses a wheelchair']],
    [['is confined to a wheelchair', 'is wheelchair bound'], ['uses a wheelchair']],
    [['was confined to a wheelchair', 'was wheelchair bound'], ['used a wheelchair']],
  ]),
]

const SLIGHTS = phrases('slight', 'association', [
  [['crazy', 'insane', 'psycho', 'lunatic', 'psychos', 'lunatics'], [], 'behaviour'],
  [['normal people'], ['people without this condition']],
  [['normal person'], ['person without this condition']],
])

/** After the principles of the review; the wording is ours. */
const BY_PRINCIPLE = [
  ...phrases('credibility', 'jgim', [
    [
      ['claims that', 'alleges that', 'insists that'],
      ['reports that', 'says that'],
    ],
    [
      ['claimed that', 'alleged that', 'insisted that'],
      ['reported that', 'said that'],
    ],
    [['claims he', 'alleges he', 'insists he'], ['says he']],
    [['claims she', 'alleges she', 'insists she'], ['says she']],
    [['claims they', 'alleges they', 'insists they'], ['says they']],
    [['denies'], ['reports no']],
    [['denied'], ['reported no']],
    [
      ['complains of', 'complains about'],
      ['reports', 'is concerned about'],
    ],
    [
      ['complained of', 'complained about'],
      ['reported', 'was concerned about'],
    ],
    [['poor historian', 'a poor historian'], [], 'limits'],
    [['in denial'], [], 'cause'],
  ]),
  ...phrases('difficult', 'jgim', [
    [['manipulative', 'manipulating'], [], 'need'],
    [['attention seeking'], ['seeking support', 'seeking connection']],
    [['drug seeking'], ['asking for pain relief']],
    [['difficult patient', 'difficult client', 'difficult patients', 'difficult clients'], [], 'meeting'],
    [['frequent flyer', 'frequent flier'], ['person with frequent visits']],
    [['frequent flyers', 'frequent fliers'], ['people with frequent visits']],
    [['low functioning'], [], 'support'],
  ]),
  ...phrases('authority', 'jgim', [
    [['non compliant', 'noncompliant', 'non compliance', 'noncompliance', 'non adherent'], [], 'cause'],
    [['refuses to'], ['chooses not to', 'declines to']],
    [['refused to'], ['chose not to', 'declined to']],
    [['refuses'], ['declines']],
    [['refused'], ['declined']],
    [
      ['resistant', 'unmotivated'],
      ['ambivalent', 'not ready yet'],
    ],
  ]),
  ...phrases('failure', 'jgim', [
    [['treatment failure', 'failed treatment'], ['treatment that did not help']],
    [['failed the treatment'], ['was not helped by the treatment']],
  ]),
]

/** Names of instruments and organisations, and words that mean something else. (WC4) */
const NAMES = [
  'drug abuse screening test',
  'alcoholics anonymous',
  'narcotics anonymous',
  'adult children of alcoholics',
  'national institute on drug abuse',
  'substance abuse and mental health services administration',
  'michigan alcoholism screening test',
  'substance abuse subtle screening inventory',
  'schizophrenic disorder',
  'denies the charge',
  'denies the charges',
  'denies the allegation',
  'denies the allegations',
  'denied the charges',
  'denied the allegations',
  'denies liability',
  'denied liability',
  'court denies',
  'court denied',
  'treatment resistant',
  'resistant to treatment',
  'a drunk driver',
]

const AFTER_A_PERSON =
  'and or but who whom whose that is was were are has had have with without in at on to for from by as of when because if so does did do can could will would should may might says said feels felt'

/** After clinical vocabularies that are named in {@link WordingRule.source}; chosen and kept short. (WC2) */
export const ENGLISH: WordingList = {
  language: 'en',
  rules: [...ENGLISH_PEOPLE, ...SUBSTANCES, ...SUICIDE, ...PITY, ...SLIGHTS, ...BY_PRINCIPLE],
  names: NAMES,
  afterAPerson: new Set(AFTER_A_PERSON.split(' ')),
}
