import { BODY_VIEWS, regionId, type BodyMark, type BodyView } from '@accord/domain/note/body-map'
import { regionsOf, SHEET, shapeOf } from '@accord/domain/note/body-shapes'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { NoteWords } from './note-words.js'

interface BodyMapProps {
  readonly marks: readonly BodyMark[]
  readonly say: NoteWords
  /** Picks a region to mark; where it is left out the picture is only looked at. */
  readonly onPick?: ((region: string) => void) | undefined
  readonly picked?: string | null
}

/** A body from four sides. Every region has a name, is reached by keyboard, and says what is marked there. (NO5) */
export function BodyMap({ marks, say, onPick, picked = null }: BodyMapProps) {
  const t = useUiMessages()
  return (
    <div className="ac-body-map">
      {BODY_VIEWS.map((view) => (
        <figure key={view}>
          <figcaption>{t(`note.view.${view}`)}</figcaption>
          {onPick === undefined ? (
            <Sheet view={view} marks={marks} label={sheetWords(view)} />
          ) : (
            <svg
              viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}
              role="group"
              aria-label={t(`note.view.${view}`)}
            >
              {regionsOf(view).map((region) => {
                const id = regionId(region)
                const said = marks
                  .filter((mark) => mark.region === id)
                  .map((mark) => t(`note.mark.${mark.kind}`))
                const name = [say.region(id), ...said].join(', ')
                return (
                  <g
                    key={id}
                    role="button"
                    tabIndex={0}
                    aria-label={name}
                    aria-pressed={picked === id}
                    data-marked={said.length > 0 ? '' : undefined}
                    onClick={() => onPick(id)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return
                      event.preventDefault()
                      onPick(id)
                    }}
                  >
                    <Region id={id} view={view} />
                  </g>
                )
              })}
            </svg>
          )}
        </figure>
      ))}
    </div>
  )

  function sheetWords(view: BodyView): string {
    const there = marks.filter(({ region }) => region.startsWith(`${view}:`)).map((mark) => say.mark(mark))
    return [t(`note.view.${view}`), ...there].join('. ')
  }
}

/** A picture to look at: the list beside it says the same. */
function Sheet({
  view,
  marks,
  label,
}: {
  readonly view: BodyView
  readonly marks: readonly BodyMark[]
  readonly label: string
}) {
  const marked = new Set(marks.map(({ region }) => region))
  return (
    <svg viewBox={`0 0 ${SHEET.width} ${SHEET.height}`} role="img" aria-label={label}>
      {regionsOf(view).map((region) => {
        const id = regionId(region)
        return (
          <g key={id} data-marked={marked.has(id) ? '' : undefined}>
            <Region id={id} view={view} />
          </g>
        )
      })}
    </svg>
  )
}

function Region({ id, view }: { readonly id: string; readonly view: BodyView }) {
  const region = regionsOf(view).find((one) => regionId(one) === id)
  if (!region) return null
  const { x, y, width, height, round } = shapeOf(region)
  return <rect x={x} y={y} width={width} height={height} rx={round} />
}
