import type { CaseFile, PartOfCase } from '@accord/domain/rest/case-file'

type PartRelation = PartOfCase['relation']

/** Whoever has a part in a case now, as one of these. */
export function partsNow(file: CaseFile, ...relations: readonly PartRelation[]): readonly PartOfCase[] {
  return file.people.filter(({ relation, until }) => until === null && relations.includes(relation))
}

/** The last ones of a closed case count as well: whose case it was. */
export function namesOf(file: CaseFile, relation: PartRelation): readonly string[] {
  const now = partsNow(file, relation)
  const shown = now.length > 0 ? now : file.people.filter((part) => part.relation === relation)
  return [...new Set(shown.map(({ name }) => name))]
}
