import { personWord, phrases } from './english-rows.js'
import type { WordingRule } from './rule.js'

const USE_DISORDER = 'with a substance use disorder'

/** Words that make a person their condition, and what puts the person first. */
export const ENGLISH_PEOPLE: readonly WordingRule[] = [
  ...personWord({ one: 'addict', many: 'addicts', tail: USE_DISORDER, source: 'ondcp' }),
  ...personWord({ one: 'drug addict', many: 'drug addicts', tail: USE_DISORDER, source: 'ondcp' }),
  ...personWord({ one: 'drug abuser', many: 'drug abusers', tail: USE_DISORDER, source: 'ondcp' }),
  ...personWord({ one: 'substance abuser', many: 'substance abusers', tail: USE_DISORDER, source: 'ondcp' }),
  ...personWord({ one: 'alcoholic', many: 'alcoholics', tail: 'with alcohol use disorder', source: 'ondcp' }),
  ...personWord({ one: 'former addict', many: 'former addicts', tail: 'in recovery', source: 'ondcp' }),
  ...personWord({ one: 'reformed addict', many: 'reformed addicts', tail: 'in recovery', source: 'ondcp' }),
  ...personWord({ one: 'junkie', many: 'junkies', tail: 'who uses drugs', source: 'nida' }).map(inThePlural),
  ...personWord({ one: 'drug user', many: 'drug users', tail: 'who uses drugs', source: 'pediatrics' }).map(
    inThePlural,
  ),
  ...personWord({ one: 'drunk', many: 'drunks', tail: 'who misuses alcohol', source: 'nida' }).map(
    inThePlural,
  ),
  ...personWord({ one: 'schizophrenic', many: 'schizophrenics', tail: 'with schizophrenia', source: 'camh' }),
  ...personWord({
    one: 'borderline',
    many: 'borderlines',
    tail: 'with borderline personality disorder',
    source: 'jgim',
  }),
  ...personWord({ one: 'depressive', many: 'depressives', tail: 'with depression', source: 'jgim' }),
  ...personWord({ one: 'anorexic', many: 'anorexics', tail: 'with anorexia', source: 'jgim' }),
  ...personWord({ one: 'psychotic', many: 'psychotics', tail: 'experiencing psychosis', source: 'jgim' }),
  ...phrases('person-first', 'nida', [
    [['addicted baby'], ['newborn with withdrawal signs']],
    [['addicted babies'], ['newborns with withdrawal signs']],
  ]),
  ...phrases('person-first', 'apa', [
    [['aids victim'], ['person with AIDS']],
    [['aids victims'], ['people with AIDS']],
  ]),
  ...phrases('person-first', 'association', [
    [['is bipolar'], ['has a diagnosis of bipolar disorder']],
    [['was bipolar'], ['had a diagnosis of bipolar disorder']],
    [['emotionally disturbed'], ['living with a mental health condition']],
    [['handicapped person', 'disabled person'], ['person with a disability']],
    [['handicapped people', 'disabled people'], ['people with a disability']],
    [['the handicapped', 'the disabled'], ['people with a disability']],
    [['handicapped'], ['with a disability']],
  ]),
  ...phrases('person-first', 'association', [[['the mentally ill'], ['people with mental illness']]]).map(
    (rule) => ({
      ...rule,
      isAlone: true,
    }),
  ),
]

/** "Who uses" is "who use" of several. */
function inThePlural(rule: WordingRule): WordingRule {
  return {
    ...rule,
    instead: rule.instead.map((one) =>
      one.startsWith('people') ? one.replace(/\b(mis)?uses\b/, '$1use') : one,
    ),
  }
}
