import { act, actIn, answer, start, write } from './deeds.js'
import type { Story } from './story.js'

/** Fifteen, with a guardian who writes too: one goal of three, one that is the teenager's, one that needs time. */
export const ELLIS: Story = {
  client: 'ellis',
  family: ['petra'],
  discipline: 'counselling',
  openedDaysAgo: 40,
  acts: [
    act('petra', { days: 33, time: '19:30' }, [
      start('mornings', 'School mornings'),
      write('mornings', 'Ellis is out of the door by eight without being asked.'),
      write('mornings', 'We start every day with a quarrel, and I drive off feeling awful.', 'why'),
    ]),
    act('ellis', { days: 31, time: '17:04' }, [
      write('mornings', 'I’m out of the door by eight, and Mum asks once and not four times.'),
      answer('mornings', 'agree'),
    ]),
    act('petra', { days: 28, time: '16:41' }, [answer('mornings', 'agree')]),
    act('mara', { days: 28, time: '16:44' }, [answer('mornings', 'agree')]),
    act('ellis', { days: 14, time: '16:22' }, [
      start('band', 'The band'),
      { kind: 'narrow', goal: 'band', to: ['mara', 'ellis'] },
      write('band', 'I go to band practice and stay until the end, even when I play badly.'),
      answer('band', 'agree'),
    ]),
    act('mara', { days: 14, time: '16:30' }, [answer('band', 'agree')]),
    actIn('confidential', 'ellis', { days: 9, time: '22:03' }, [
      start('alone', 'When I go quiet'),
      write('alone', 'When I go quiet at home I tell one person why, before it gets to three days.'),
      write('alone', 'I don’t want Mum to worry. I want to say it myself first.', 'why'),
      answer('alone', 'agree'),
    ]),
    actIn('confidential', 'mara', { days: 7, time: '16:20' }, [answer('alone', 'agree')]),
    act('petra', { days: 4, time: '21:12' }, [
      start('nights', 'Phone at night'),
      write('nights', 'The phone sleeps in the kitchen from ten on school nights.'),
      answer('nights', 'agree'),
    ]),
    act('ellis', { days: 3, time: '21:40' }, [
      answer('nights', 'need-time', 'It is also my alarm clock and my music.'),
    ]),
  ],
}
