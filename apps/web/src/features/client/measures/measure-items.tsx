import { useId } from 'react'
import type { MeasureResult } from '@accord/domain/rest/measures'
import { Table, type TableColumn } from '@accord/ui/controls/table'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { MeasureView } from './measure-view.js'
import { itemName } from './measure-words.js'

/** The last few times: a table of all of them would be read by nobody. */
const MOST = 5
const MOST_PIPS = 5

/** Item by item over the last times; what was left out is a dash, never a zero. (ME1) */
export function MeasureItems({ view }: { readonly view: MeasureView }) {
  const t = useWebMessages()
  const format = useFormat()
  const titleId = useId()
  const { series, selected } = view
  const { scoring, results, questions } = series
  const shown = results.slice(-MOST)
  const columns: TableColumn<string>[] = [
    {
      id: 'item',
      header: t('measure.column.item'),
      cell: (item) => itemName(t, series, item),
      isRowHeader: true,
    },
    ...shown.map((result): TableColumn<string> => ({
      id: result.request,
      header: format.shortDay(new Date(result.at)),
      cell: (item) => <Answer view={view} result={result} item={item} />,
    })),
  ]
  const others = questions.filter(({ linkId }) => !scoring.items.includes(linkId))
  return (
    <section aria-labelledby={titleId}>
      <div className="web-measure-items-head">
        <h3 className="ac-heading" id={titleId}>
          {t('measure.items')}
        </h3>
        <p className="ac-muted ac-small">
          {t(series.isBuiltIn ? 'measure.items.short' : 'measure.items.own', {
            min: scoring.itemRange.min,
            max: scoring.itemRange.max,
          })}
        </p>
      </div>
      <Table caption={t('measure.items')} columns={columns} rows={scoring.items} rowKey={(item) => item} />
      {others.map((question) => {
        const value = selected.answers[question.linkId] ?? null
        const option =
          question.kind === 'choice' ? question.options.find((one) => one.value === value)?.label : null
        return (
          <p key={question.linkId} className="web-measure-other ac-small">
            <span className="ac-muted">{question.text}</span>{' '}
            <b>{value === null ? t('measure.leftOut') : (option ?? format.number(value))}</b>
          </p>
        )
      })}
    </section>
  )
}

interface AnswerProps {
  readonly view: MeasureView
  readonly result: MeasureResult
  readonly item: string
}

function Answer({ view: { series }, result, item }: AnswerProps) {
  const t = useWebMessages()
  const format = useFormat()
  const { min, max } = series.scoring.itemRange
  const value = result.answers[item] ?? null
  if (value === null) return <span className="ac-muted">{t('measure.leftOut')}</span>
  const isUrgent = result.score.alerts.includes(item)
  const pips = max - min <= MOST_PIPS ? max - min : 0
  return (
    <span className="web-pips" data-urgent={isUrgent ? '' : undefined}>
      {Array.from({ length: pips }, (_, at) => (
        <i key={at} data-on={value - min > at ? '' : undefined} aria-hidden="true" />
      ))}
      <span>{format.number(value)}</span>
    </span>
  )
}
