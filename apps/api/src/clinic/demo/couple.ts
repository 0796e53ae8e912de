import { act, answer, start, write } from './deeds.js'
import type { Story } from './story.js'

/** Eight weeks of a couple: an agreement of three that broke and was mended, one that waits, and one of his own. */
export const ANA_AND_LUIS: Story = {
  client: 'ana',
  family: ['luis'],
  discipline: 'psychotherapy',
  openedDaysAgo: 63,
  acts: [
    act('ana', { days: 57, time: '18:40' }, [
      start('evenings', 'Evenings'),
      write('evenings', 'We eat together on three evenings a week.'),
      write('evenings', 'I miss hearing how his day was, even the dull parts.', 'why'),
    ]),
    act('luis', { days: 54, time: '22:10' }, [
      write('evenings', 'We eat together on three evenings a week, and nobody looks at a phone.'),
      answer('evenings', 'agree'),
    ]),
    act('mara', { days: 50, time: '18:05' }, [answer('evenings', 'agree')]),
    act('ana', { days: 50, time: '18:12' }, [answer('evenings', 'agree')]),
    act('luis', { days: 36, time: '23:20' }, [
      write('evenings', 'We eat together when my shifts allow it, and nobody looks at a phone.'),
      answer('evenings', 'agree'),
    ]),
    act('ana', { days: 35, time: '07:15' }, [
      answer('evenings', 'differently', 'That could be never. It was the number that mattered to me.'),
    ]),
    act('mara', { days: 29, time: '18:32' }, [
      write('evenings', 'We eat together on the evenings we choose on Sunday, and nobody looks at a phone.'),
    ]),
    act('ana', { days: 22, time: '18:21' }, [
      write(
        'evenings',
        'We eat together on the two evenings we choose on Sunday, and nobody looks at a phone.',
      ),
      answer('evenings', 'agree'),
    ]),
    act('luis', { days: 22, time: '18:26' }, [answer('evenings', 'agree')]),
    act('mara', { days: 22, time: '18:28' }, [answer('evenings', 'agree')]),
    act('luis', { days: 20, time: '22:31' }, [
      start('shift', 'After a night shift'),
      { kind: 'narrow', goal: 'shift', to: ['mara', 'luis'] },
      write('shift', 'I sleep before we talk about anything that matters.'),
      answer('shift', 'agree'),
    ]),
    act('mara', { days: 15, time: '18:09' }, [answer('shift', 'agree')]),
    act('ana', { days: 6, time: '20:02' }, [
      start('money', 'Money'),
      write('money', 'We say what something costs before one of us buys it, not after.'),
      answer('money', 'agree'),
    ]),
    act('mara', { days: 1, time: '18:16' }, [
      write('money', 'We say what something costs before one of us buys it, from fifty pounds on.'),
      answer('money', 'agree'),
    ]),
    act('ana', { days: 1, time: '18:19' }, [answer('money', 'agree')]),
  ],
}
