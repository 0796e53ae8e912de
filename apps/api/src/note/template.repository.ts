import type { Discipline } from '@accord/domain/case/discipline'
import type { NoteTemplate, TemplateId, TemplateSection } from '@accord/domain/note/template'
import { Injectable } from '@nestjs/common'
import { sqlStateOf } from '../database/failures.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { SessionReader } from '../session/session.repository.js'

interface TemplateRow {
  readonly template: TemplateId
  readonly version: number
  readonly name: string
  readonly disciplines: readonly Discipline[]
  readonly sections: string
  readonly retired: boolean
}

const UNIQUE_VIOLATION = '23505'
const COLUMNS = 'template_id AS template, version, name, disciplines, sections, retired'
const CURRENT = `
SELECT * FROM (SELECT DISTINCT ON (template_id) ${COLUMNS} FROM note_template
  ORDER BY template_id, version DESC) last ORDER BY lower(name), template`
const VERSION = `SELECT ${COLUMNS} FROM note_template WHERE template_id = $1 AND version = $2`
const ADD = `
INSERT INTO note_template (template_id, version, clinic_id, person_id, at, name, disciplines, sections, retired)
VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), $6, $7, $8, $9)`

/** A clinic's own forms; every edit is another version. (NO4) */
@Injectable()
export class TemplateRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** The last version of each, retired ones included. */
  async current({ clinic, person }: SessionReader): Promise<readonly NoteTemplate[]> {
    const rows = await this.transactions.ask<TemplateRow[]>([clinic], CURRENT, [], [person])
    return rows.map(readRow)
  }

  async version(
    { clinic, person }: SessionReader,
    template: TemplateId,
    version: number,
  ): Promise<NoteTemplate | null> {
    const [row] = await this.transactions.ask<TemplateRow[]>([clinic], VERSION, [template, version], [person])
    return row ? readRow(row) : null
  }

  /** False when that version is there already. */
  async add({ clinic, person }: SessionReader, one: NoteTemplate, at: number): Promise<boolean> {
    const { template, version, name, disciplines, sections, retired } = one
    const row = [template, version, clinic, person, at, name, disciplines, JSON.stringify(sections), retired]
    try {
      await this.transactions.run([clinic], (manager) => manager.query(ADD, row), [person])
      return true
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false
      throw error
    }
  }
}

function readRow({ sections, ...row }: TemplateRow): NoteTemplate {
  return { ...row, sections: JSON.parse(sections) as readonly TemplateSection[] }
}
