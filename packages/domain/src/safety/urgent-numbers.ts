/** Whom to reach when it can't wait, and where that number is from. (SA10) */
export interface UrgentNumber {
  readonly name: string
  /** As it is dialled. */
  readonly number: string
  /** When it answers, or what else helps; may be empty. */
  readonly note: string
  /** Who publishes it. */
  readonly source: string
}

export const COUNTRIES = ['GB', 'IE', 'US', 'CA', 'DE', 'AT', 'CH', 'FR', 'ES', 'PT', 'SE', 'EU'] as const
export type Country = (typeof COUNTRIES)[number]

const one = (name: string, number: string, note: string, source: string): UrgentNumber => ({
  ...{ name, number, note, source },
})
const EUROPE = one(
  'Emergency services',
  '112',
  'Free, day and night, also from a locked phone',
  'European Commission, 112',
)

/**
 * What a clinic begins with; its administrator reads each of them over before they are the clinic's own. They change:
 * who publishes a number is named beside it. `EU` is for wherever 112 is answered.
 */
export const NUMBERS_OF: Readonly<Record<Country, readonly UrgentNumber[]>> = {
  GB: [
    one('Emergency services', '999', 'When a life is in danger', 'NHS'),
    one('NHS urgent mental health help', '111', 'Choose the mental health option; day and night', 'NHS'),
    one('Samaritans', '116 123', 'Somebody listens, day and night, free', 'Samaritans'),
  ],
  IE: [
    one('Emergency services', '112', 'When a life is in danger; 999 works too', 'HSE'),
    one('Samaritans Ireland', '116 123', 'Somebody listens, day and night, free', 'Samaritans Ireland'),
  ],
  US: [
    one('Emergency services', '911', 'When a life is in danger', 'National Emergency Number Association'),
    one('988 Suicide & Crisis Lifeline', '988', 'Call or text, day and night, free', 'SAMHSA, 988 Lifeline'),
  ],
  CA: [
    one('Emergency services', '911', 'When a life is in danger', 'Government of Canada'),
    one(
      'Suicide Crisis Helpline',
      '988',
      'Call or text, day and night, free',
      '9-8-8 Suicide Crisis Helpline',
    ),
  ],
  DE: [
    EUROPE,
    one('TelefonSeelsorge', '116 123', 'Anonymous, day and night, free', 'TelefonSeelsorge Deutschland'),
    one(
      'Ärztlicher Bereitschaftsdienst',
      '116 117',
      'Doctors when the practice is closed',
      'Kassenärztliche Bundesvereinigung',
    ),
  ],
  AT: [
    EUROPE,
    one('TelefonSeelsorge', '142', 'Anonymous, day and night, free', 'TelefonSeelsorge Österreich'),
  ],
  CH: [
    one('Ambulance', '144', 'When a life is in danger', 'ch.ch'),
    one('Die Dargebotene Hand', '143', 'Anonymous, day and night', 'Die Dargebotene Hand'),
  ],
  FR: [EUROPE, one('Numéro national de prévention du suicide', '3114', 'Day and night, free', '3114.fr')],
  ES: [EUROPE, one('Línea 024', '024', 'Day and night, free', 'Ministerio de Sanidad')],
  PT: [EUROPE, one('SNS 24', '808 24 24 24', 'Day and night; choose psychological counselling', 'SNS 24')],
  SE: [EUROPE, one('Mind Självmordslinjen', '90101', 'Day and night, anonymous', 'Mind')],
  EU: [EUROPE],
}

/** At most so many stand in one list: whoever needs them reads little. */
export const MOST_NUMBERS = 8

/** What a clinic's people are shown, and whether its administrator read it over. */
export interface UrgentNumbers {
  readonly country: Country
  readonly numbers: readonly UrgentNumber[]
  /** 0 while they are the country's, which nobody at the clinic has read over. */
  readonly version: number
}

const COUNTRY_OF_ZONE: readonly (readonly [zone: RegExp, country: Country])[] = [
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)$|^GB/, 'GB'],
  [/^Europe\/Dublin$/, 'IE'],
  [/^Europe\/(Berlin|Busingen)$/, 'DE'],
  [/^Europe\/Vienna$/, 'AT'],
  [/^Europe\/Zurich$/, 'CH'],
  [/^Europe\/Paris$/, 'FR'],
  [/^Europe\/Madrid$|^Atlantic\/Canary$/, 'ES'],
  [/^Europe\/Lisbon$|^Atlantic\/(Azores|Madeira)$/, 'PT'],
  [/^Europe\/Stockholm$/, 'SE'],
  [/^America\/(New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage|Detroit|Boise)$|^US\//, 'US'],
  [/^America\/(Toronto|Vancouver|Montreal|Halifax|Winnipeg|Edmonton|Regina|St_Johns)$|^Canada\//, 'CA'],
]

/** Where a clinic is by its clock, as far as that tells; else wherever 112 is answered. */
export function countryOfZone(timeZone: string): Country {
  return COUNTRY_OF_ZONE.find(([zone]) => zone.test(timeZone))?.[1] ?? 'EU'
}

export function defaultNumbers(country: Country): UrgentNumbers {
  return { country, numbers: NUMBERS_OF[country], version: 0 }
}
