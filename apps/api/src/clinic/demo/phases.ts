import type { CasePhase } from '@accord/domain/case/phase'
import type { DemoKey } from './people.js'

/** When a case came into a phase, counted back from today; the first one is named on the day it was opened. */
interface PhaseNamed {
  readonly phase: CasePhase
  readonly daysAgo: number | 'opening'
  readonly reason?: string
}

const first = (phase: CasePhase): PhaseNamed => ({ phase, daysAgo: 'opening' })

/** The phases of every case, by the client whose story it is. (CL15) */
export const PHASES_OF: Partial<Record<DemoKey, readonly PhaseNamed[]>> = {
  jonah: [
    first('commitment'),
    { phase: 'process', daysAgo: 45, reason: 'Four meetings in, and Jonah brings the topics now.' },
    { phase: 'change', daysAgo: 10, reason: 'We both chose it: the nights are changing.' },
  ],
  priya: [first('commitment'), { phase: 'process', daysAgo: 21 }],
  ines: [first('orientation'), { phase: 'working', daysAgo: 49, reason: 'The shoulder has a plan.' }],
  wren: [
    first('orientation'),
    { phase: 'working', daysAgo: 20 },
    { phase: 'orientation', daysAgo: 6, reason: 'Wren asked to go back to the beginning, more slowly.' },
  ],
  samuel: [first('commitment')],
  tomasz: [
    first('orientation'),
    { phase: 'working', daysAgo: 70 },
    { phase: 'termination', daysAgo: 8, reason: 'Three more times, then we look back together.' },
  ],
  ana: [first('commitment'), { phase: 'process', daysAgo: 35 }],
  ellis: [first('commitment'), { phase: 'process', daysAgo: 12, reason: 'Ellis said so first.' }],
  layla: [first('commitment'), { phase: 'process', daysAgo: 9 }],
  grace: [first('commitment'), { phase: 'process', daysAgo: 30 }],
  oscar: [first('orientation'), { phase: 'working', daysAgo: 12 }],
}
