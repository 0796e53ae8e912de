import { NO_COMFORT_WORDS, type ComfortWords } from '@accord/domain/case/comfort'
import type { DemoKey } from './people.js'

/** What somebody saved of how a client likes things, and when. */
interface ComfortSaved {
  readonly by: DemoKey
  readonly daysAgo: number
  readonly words: ComfortWords
}

const saved = (by: DemoKey, daysAgo: number, words: Partial<ComfortWords>): ComfortSaved => {
  return { by, daysAgo, words: { ...NO_COMFORT_WORDS, ...words } }
}

const JONAH_FIRST: Partial<ComfortWords> = {
  callMe: 'Jonah. He, him. Not “mate”.',
  languages: 'English. Igbo when I’m with Dad; some things only have that word.',
  interpreter: 'No, thank you.',
  touch: 'A handshake at the start, in the room. Nothing else.',
  wordsToAvoid: 'Laid off, unemployed. Say “between things”.',
}

/** How clients like things, in their own words, by the client. (CL18) */
export const COMFORTS_OF: Partial<Record<DemoKey, readonly ComfortSaved[]>> = {
  jonah: [
    saved('jonah', 68, JONAH_FIRST),
    saved('jonah', 17, {
      ...JONAH_FIRST,
      temperature: 'I run hot when I panic. A window.',
      light: 'Warm, from the side. I’ll turn my camera off if my head hurts, it isn’t you.',
      sound: 'Tell me before you play the breathing audio.',
      scent: 'No coffee in the room, please. It’s the office.',
      wordsToAvoid: 'Laid off, unemployed. Say “between things”. And not “disorder”.',
    }),
  ],
  ines: [
    saved('ines', 61, {
      callMe: 'Inês, with the s as in “wish”. She.',
      languages: 'Portuguese for anything that hurts. English is fine for the rest.',
      temperature: 'Warm. A blanket over the feet, even in July.',
      light: 'The small lamp, not the one in the ceiling.',
      sound: 'No music, I listen to my shoulder.',
      touch: 'Firm, and slow to begin. Ask before the neck, every time.',
      scent: 'Plain oil. Lavender gives me a headache.',
    }),
  ],
  wren: [
    saved('wren', 33, {
      callMe: 'Wren. They.',
      light: 'Curtains half drawn.',
      sound: 'Rain, if you have some.',
      touch: 'Hands above me, not on me, until I say.',
      wordsToAvoid: '“Ladies”. “Energy work is just”.',
    }),
  ],
  ellis: [
    saved('petra', 39, { languages: 'English. Czech at home, but Ellis would rather not here.' }),
    saved('ellis', 26, {
      callMe: 'Ellis. They. Not “El”, that’s my brother’s.',
      languages: 'English. Czech at home, but I’d rather not here.',
      touch: 'No.',
      wordsToAvoid: '“At your age”.',
    }),
  ],
  layla: [
    saved('layla', 28, {
      callMe: 'ليلى، وأمّ سامي حين نتحدث عن البيت.',
      languages: 'العربية للمشاعر، والإنجليزية للأمور العملية.',
      interpreter: 'A woman, if one is needed. Not from my neighbourhood.',
      touch: 'Not a hand from a man, and no shaking hands.',
    }),
  ],
}
