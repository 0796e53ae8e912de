import { Injectable } from '@nestjs/common'
import { Figures } from '../watch/figures.js'
import { LivePlans } from './live-plans.js'
import { Quarantine } from './quarantine.js'
import { Sessions } from './sessions.js'

/** How much is going on, for whoever looks after the house. (MP12) */
@Injectable()
export class LiveFigures {
  constructor(figures: Figures, sessions: Sessions, plans: LivePlans, quarantine: Quarantine) {
    figures.gauge('accord_sockets', 'Open sockets.', () => sessions.size)
    figures.gauge('accord_open_plans', 'Plans that are open in memory.', () => plans.openRooms().length)
    figures.gauge('accord_quarantined_plans', 'Plans whose history does not hold.', () => quarantine.size)
  }
}
