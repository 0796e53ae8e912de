import { type ReactNode, useState } from 'react'
import type { MeasuresOfClient, MeasureSeries, MeasuresPage } from '@accord/domain/rest/measures'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { givenName } from '../../../lib/people.js'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { AddedMark } from '../../../lib/added/added-mark.js'
import { AddedTrouble } from '../../../lib/added/added-trouble.js'
import { SafetyAlertCard } from '../../../lib/safety/safety-alert-card.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { AskDialog } from './ask-dialog.js'
import { MeasureFigures } from './measure-figures.js'
import { MeasureHistory } from './measure-history.js'
import { MeasureItems } from './measure-items.js'
import { MeasureSide } from './measure-side.js'
import type { MeasureView } from './measure-view.js'

interface MeasureRoomProps {
  readonly page: MeasuresPage
  readonly of: MeasuresOfClient
  readonly series: MeasureSeries
  /** Whose, where there are several clients. */
  readonly children: ReactNode
}

/** One result, how it has gone, and item by item; selected in the chart. (ME7) */
export function MeasureRoom({ page, of, series, children }: MeasureRoomProps) {
  const t = useWebMessages()
  const [chosen, setChosen] = useState<string | null>(null)
  const selected = series.results.find(({ request }) => request === chosen) ?? series.results.at(-1)
  if (selected === undefined) return null
  const view: MeasureView = { page, of, series, selected, select: setChosen }
  return (
    <ConsoleColumns sideLabel={t('measure.side')} side={<MeasureSide view={view} />}>
      {children}
      <div className="web-measure">
        <Head view={view} />
        {selected.alerts.map((alert) => (
          <SafetyAlertCard key={alert.id} alert={alert} />
        ))}
        <MeasureFigures view={view} />
        <MeasureHistory view={view} />
        <MeasureItems view={view} />
      </div>
    </ConsoleColumns>
  )
}

/** What the client says of this one, and that they say something of another in the chart. (AD9) */
function Beside({ view: { page, series, selected } }: { readonly view: MeasureView }) {
  const { caseId } = page
  const others = series.results.filter((one) => one !== selected).map(({ request }) => request)
  return (
    <>
      <AddedTrouble caseId={caseId} />
      <AddedBeside
        caseId={caseId}
        isHere={({ kind, item }) => kind === 'questionnaire' && item === selected.request}
      />
      <AddedMark
        caseId={caseId}
        title={series.title}
        where="others"
        isHere={({ kind, item }) => kind === 'questionnaire' && others.includes(item)}
      />
    </>
  )
}

function Head({ view }: { readonly view: MeasureView }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const [isAsking, setIsAsking] = useState(false)
  const { page, of, series, selected } = view
  const { at, startedAt, isAmended } = selected
  const name = givenName(of.name)
  const day = format.day(new Date(at), now)
  const nth = series.results.indexOf(selected) + 1
  const [first] = series.results
  const offers = page.offered.some(({ instrument }) => instrument === series.instrument)
  return (
    <div className="web-alliance-head">
      <div>
        <h2 className="ac-title">{t('measure.title', { title: series.title, day })}</h2>
        <p className="ac-muted ac-small">
          {t('measure.filled', {
            name,
            time: format.time(new Date(at)),
            minutes: Math.max(1, Math.round((at - startedAt) / 60_000)),
          })}{' '}
          {nth > 1 &&
            first !== undefined &&
            t('measure.nth', { nth, day: format.day(new Date(first.at), now) })}
          {isAmended && <> {t('measure.amended')}</>}
        </p>
        <Beside view={view} />
      </div>
      <div className="web-measure-acts">
        <ButtonLink href={`/clients/${page.caseId}/safety`}>{t('client.tab.safety')}</ButtonLink>
        {page.mayAsk && offers && <Button onPress={() => setIsAsking(true)}>{t('measure.askAgain')}</Button>}
      </div>
      {isAsking && <AskDialog page={page} first={series.instrument} onClose={() => setIsAsking(false)} />}
    </div>
  )
}
