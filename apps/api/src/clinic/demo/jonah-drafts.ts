import { actIn, start, write } from './deeds.js'
import type { Act } from './story.js'

/** What each of the two keeps to themselves for now. (DR1) */
export const JONAH_DRAFTS: readonly Act[] = [
  actIn('draft', 'jonah', { days: 5, time: '23:10' }, [
    start('money', 'Money'),
    write('money', 'I open the letters from the bank on the day they come.'),
    write('money', 'I hide them, and then I lie awake about what is in them.', 'why'),
  ]),
  actIn('draft', 'mara', { days: 2, time: '18:35' }, [
    start('asking', 'Asking for help'),
    write('asking', 'Jonah asks one person for one thing before he is at the end of his strength.'),
  ]),
]
