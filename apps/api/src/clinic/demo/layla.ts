import { act, answer, start, write } from './deeds.js'
import type { Story } from './story.js'

/** She finds the words for one goal in Arabic, and for the other in English. */
export const LAYLA: Story = {
  client: 'layla',
  discipline: 'psychotherapy',
  openedDaysAgo: 30,
  acts: [
    act('layla', { days: 23, time: '20:15' }, [
      start('sleep', 'النوم'),
      write('sleep', 'أنام سبع ساعات في أغلب الليالي.'),
      write('sleep', 'حين أنام جيدًا أكون أمًّا أكثر صبرًا.', 'why'),
    ]),
    act('layla', { days: 16, time: '13:20' }, [
      write('sleep', 'أنام سبع ساعات في أغلب الليالي، وأترك الهاتف خارج الغرفة.'),
      answer('sleep', 'agree'),
    ]),
    act('mara', { days: 9, time: '13:12' }, [
      answer('sleep', 'agree', 'We read it aloud together, and Layla told me in English what it says.'),
      start('drive', 'Driving'),
      write('drive', 'I drive to the coast by myself once this autumn.'),
      answer('drive', 'agree'),
    ]),
    act('layla', { days: 8, time: '19:48' }, [
      write('drive', 'I drive to the sea by myself once before the clocks change.'),
      answer('drive', 'agree'),
    ]),
  ],
}
