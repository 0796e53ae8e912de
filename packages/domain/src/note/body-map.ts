/** From where a body is looked at; right and left are the client's own. */
export const BODY_VIEWS = ['front', 'back', 'left', 'right'] as const
export type BodyView = (typeof BODY_VIEWS)[number]

/** What is marked there. The first five the client feels or the practitioner finds, the last two say what is done about it. */
export const MARK_KINDS = ['pain', 'tension', 'tender', 'swelling', 'numb', 'worked', 'avoid'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

const PAIRED_FRONT = [
  'shoulder',
  'upper-arm',
  'forearm',
  'hand',
  'hip',
  'thigh',
  'knee',
  'lower-leg',
  'foot',
] as const
const PAIRED_BACK = [
  'shoulder',
  'upper-arm',
  'forearm',
  'hand',
  'buttock',
  'thigh',
  'knee-back',
  'calf',
  'heel',
] as const
const OF_SIDE = [
  'head',
  'neck',
  'shoulder',
  'arm',
  'ribs',
  'waist',
  'hip',
  'thigh',
  'knee',
  'lower-leg',
  'foot',
] as const
const MIDDLE_FRONT = ['head', 'neck', 'chest', 'belly'] as const
const MIDDLE_BACK = ['head', 'neck', 'upper-back', 'lower-back'] as const

/** A part of the body; where there are two, which of them. */
export interface BodyRegion {
  readonly view: BodyView
  readonly part:
    | (typeof PAIRED_FRONT)[number]
    | (typeof PAIRED_BACK)[number]
    | (typeof OF_SIDE)[number]
    | (typeof MIDDLE_FRONT)[number]
    | (typeof MIDDLE_BACK)[number]
  readonly side: 'left' | 'right' | null
}
export type BodyPart = BodyRegion['part']

/** Every region there is, from head to foot, the right one of two first; the picture and the list have the same. (NO5) */
export const BODY_REGIONS: readonly BodyRegion[] = [
  ...MIDDLE_FRONT.map((part) => ({ view: 'front' as const, part, side: null })),
  ...PAIRED_FRONT.flatMap((part) => both('front', part)),
  ...MIDDLE_BACK.map((part) => ({ view: 'back' as const, part, side: null })),
  ...PAIRED_BACK.flatMap((part) => both('back', part)),
  ...OF_SIDE.map((part) => ({ view: 'left' as const, part, side: 'left' as const })),
  ...OF_SIDE.map((part) => ({ view: 'right' as const, part, side: 'right' as const })),
]

function both(view: BodyView, part: BodyPart): readonly BodyRegion[] {
  return [
    { view, part, side: 'right' },
    { view, part, side: 'left' },
  ]
}

/** A region's name in addresses, keys and stored marks: `back:shoulder:left`. */
export function regionId({ view, part, side }: BodyRegion): string {
  return [view, part, ...(side === null ? [] : [side])].join(':')
}

const REGIONS = new Map(BODY_REGIONS.map((region) => [regionId(region), region]))

export function regionOf(id: string): BodyRegion | undefined {
  return REGIONS.get(id)
}

/** In UTF-16 code units. */
export const LONGEST_MARK = 200
export const MOST_MARKS = 60

/** What is marked on one region: of which kind, how strong from 0 to 10 where that says something, and words. (NO5) */
export interface BodyMark {
  readonly region: string
  readonly kind: MarkKind
  readonly intensity: number | null
  readonly words: string
}

/** Whether a kind of mark has a strength: what is worked on or avoided has none. */
export function hasIntensity(kind: MarkKind): boolean {
  return kind !== 'worked' && kind !== 'avoid'
}
