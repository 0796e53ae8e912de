import { act, answer, start, write } from './deeds.js'
import { OSCAR_MEETINGS } from './meetings.js'
import type { Story } from './story.js'

/** A colleague's two cases, which Ruth supervises as well. */
export const GRACE: Story = {
  client: 'grace',
  practitioner: 'hanna',
  discipline: 'psychotherapy',
  openedDaysAgo: 49,
  acts: [
    act('hanna', { days: 41, time: '15:10' }, [
      start('choir', 'The choir'),
      write('choir', 'Rejoin a social activity.'),
    ]),
    act('grace', { days: 38, time: '20:33' }, [
      write('choir', 'I sing with the Thursday choir again, at the back if need be.'),
      write('choir', 'I used to come home humming.', 'why'),
      answer('choir', 'agree'),
    ]),
    act('hanna', { days: 34, time: '15:06' }, [answer('choir', 'agree')]),
    act('grace', { days: 7, time: '19:50' }, [
      start('letters', 'Letters'),
      write('letters', 'I open the post on the day it comes.'),
      answer('letters', 'agree'),
    ]),
  ],
}

export const OSCAR: Story = {
  client: 'oscar',
  practitioner: 'hanna',
  discipline: 'massage',
  openedDaysAgo: 20,
  meetings: OSCAR_MEETINGS,
  acts: [
    act('oscar', { days: 12, time: '11:25' }, [
      start('knee', 'The knee'),
      write('knee', 'I walk down the stairs at work facing forwards.'),
      answer('knee', 'agree'),
    ]),
    act('hanna', { days: 12, time: '11:31' }, [
      write('knee', 'I walk down the stairs at work facing forwards, a hand on the rail.'),
      answer('knee', 'agree'),
    ]),
    act('oscar', { days: 11, time: '08:50' }, [answer('knee', 'agree')]),
  ],
}
