import { ManyPills } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { Button } from '@accord/ui/controls/button'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { WEEKDAYS, type DayHours, type Weekday } from '../set-up-draft.js'
import type { StepProps } from '../step-props.js'

export function HoursStep({ draft, change, troubles }: StepProps) {
  const t = useWebMessages()
  const { hours } = draft
  const setDay = (day: Weekday, part: Partial<DayHours>) =>
    change({ hours: { ...hours, [day]: { ...hours[day], ...part } } })
  const open = WEEKDAYS.filter((day) => hours[day].isOpen)
  const choose = (days: readonly Weekday[]) =>
    change({
      hours: WEEKDAYS.reduce(
        (all, day) => ({ ...all, [day]: { ...all[day], isOpen: days.includes(day) } }),
        hours,
      ),
    })
  return (
    <>
      <ManyPills
        label={t('setUp.hours.days')}
        choices={WEEKDAYS.map((day) => ({ id: day, label: t('setUp.hours.day', { day }) }))}
        chosen={open}
        onChoose={choose}
        description={open.length === 0 ? t('setUp.hours.none') : t('setUp.hours.hint')}
      />
      {open.map((day) => {
        const trouble = troubles[day]
        const name = t('setUp.hours.day', { day })
        return (
          <div key={day} className="web-hours" role="group" aria-label={name}>
            <span className="ac-strong">{name}</span>
            <TextField
              label={t('setUp.hours.from')}
              type="time"
              value={hours[day].from}
              onChange={(from) => setDay(day, { from })}
            />
            <TextField
              label={t('setUp.hours.to')}
              type="time"
              value={hours[day].to}
              onChange={(to) => setDay(day, { to })}
            />
            {trouble !== undefined && (
              <div className="web-hours-trouble">
                <p className="ac-field-error" role="alert">
                  <ErrorIcon size={16} />
                  <span>{trouble.sentence}</span>
                </p>
                {trouble.fix !== undefined && (
                  <Button size="small" onPress={() => change(trouble.fix?.part ?? {})}>
                    {trouble.fix.label}
                  </Button>
                )}
              </div>
            )}
          </div>
        )
      })}
    </>
  )
}
