import { type ReactNode, useMemo, useState } from 'react'
import { allianceChart, type AllianceSession } from '@accord/domain/alliance/series'
import type { ControlChart } from '@accord/domain/measure/control-chart'
import type { SessionId } from '@accord/domain/ids'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { AllianceView } from './alliance-view.js'
import { AspectCharts } from './aspect-charts.js'
import { AttainmentSection } from './attainment-section.js'
import { CheckInSection } from './check-in-section.js'
import { SessionSide } from './session-side.js'

interface AllianceRoomProps extends Pick<AllianceView, 'page' | 'of' | 'summary'> {
  /** Whose, where there are several clients. */
  readonly children: ReactNode
}

/** Charts, and beside them what happened round the session that is selected. */
export function AllianceRoom({ page, of, summary, children }: AllianceRoomProps) {
  const t = useWebMessages()
  const { sessions, cues } = of
  const chart = useMemo(() => allianceChart(sessions, page.thresholds), [sessions, page.thresholds])
  const [chosen, setChosen] = useState<SessionId | null>(null)
  const asking = cues.find((cue) => cue.kind === 'below-range')?.session ?? lastDip(sessions, chart)
  const latest = sessions.at(-1)
  const selected = sessions.find(({ session }) => session === (chosen ?? asking)) ?? latest
  if (selected === undefined) return null
  const select = (session: string) => setChosen(session as SessionId)
  const view: AllianceView = { page, of, summary, chart, selected, select }
  return (
    <ConsoleColumns
      sideLabel={t('alliance.side', { number: selected.number })}
      side={<SessionSide key={selected.session} view={view} />}
    >
      {children}
      <CheckInSection view={view}>
        <AspectCharts view={view} />
      </CheckInSection>
      <AttainmentSection view={view} />
    </ConsoleColumns>
  )
}

/** What is looked at first: the last time that a mean fell out of the usual range. */
function lastDip(sessions: readonly AllianceSession[], { points }: ControlChart): SessionId | null {
  return sessions[points.findLastIndex(({ signal }) => signal === 'below')]?.session ?? null
}
