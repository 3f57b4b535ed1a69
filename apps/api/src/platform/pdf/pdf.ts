import { createRequire } from 'node:module'
import PdfKit from 'pdfkit'

/** A line of a table: what, a word beside it, how much; `part` draws a bar of so much of the width, from 0 to 1. */
export interface PdfRow {
  readonly label: string
  readonly detail?: string
  readonly value: string
  readonly part?: number
}

export interface PdfSection {
  readonly title: string
  readonly rows: readonly PdfRow[]
}

/** What a sheet says: one figure, what it is, and tables beneath. */
export interface PdfSheet {
  readonly language: string
  readonly title: string
  readonly about: string
  readonly figure: string
  readonly notes: readonly string[]
  readonly sections: readonly PdfSection[]
  readonly foot: string
}

const require = createRequire(import.meta.url)
const fonts = {
  plain: require.resolve('@expo-google-fonts/mukta/400Regular/Mukta_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/mukta/700Bold/Mukta_700Bold.ttf'),
}

const INK = '#241820'
const MUTED = '#66585f'
const LINE = '#e6dde2'
const BRAND = '#7d2a61'
const MARGIN = 56
const ROW = 19
const BARRED_ROW = 27

type Pdf = InstanceType<typeof PdfKit>

/** Draws from top to bottom; what does not fit goes to the next page. */
class Drawing {
  private readonly pdf: Pdf
  private readonly foot: string

  constructor({ title, language, foot }: PdfSheet) {
    this.foot = foot
    const margins = { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 }
    this.pdf = new PdfKit({
      size: 'A4',
      margins,
      lang: language,
      info: { Title: title },
      bufferPages: true,
    })
  }

  async bytes({ title, about, figure, notes, sections }: PdfSheet): Promise<Buffer> {
    const parts: Buffer[] = []
    this.pdf.on('data', (part: Buffer) => parts.push(part))
    const done = new Promise((finished) => this.pdf.on('end', finished))
    this.say(about, { size: 10.5, colour: MUTED })
    this.say(title, { size: 22, font: fonts.bold })
    this.pdf.moveDown(0.4)
    this.say(figure, { size: 30, font: fonts.bold, colour: BRAND })
    for (const note of notes) this.say(note, { size: 10.5, colour: MUTED })
    for (const section of sections) this.section(section)
    this.foots()
    this.pdf.end()
    await done
    return Buffer.concat(parts)
  }

  private get width(): number {
    return this.pdf.page.width - 2 * MARGIN
  }

  private say(
    text: string,
    { size, font = fonts.plain, colour = INK }: { size: number; font?: string; colour?: string },
  ): void {
    this.pdf.font(font).fontSize(size).fillColor(colour).text(text, MARGIN, this.pdf.y, { width: this.width })
  }

  /** Begins a page where so much does not fit any more. */
  private room(height: number): void {
    if (this.pdf.y + height > this.pdf.page.height - MARGIN - ROW) this.pdf.addPage()
  }

  private section({ title, rows }: PdfSection): void {
    if (rows.length === 0) return
    this.room(2 * ROW + BARRED_ROW)
    this.pdf.y += 22
    this.say(title, { size: 12.5, font: fonts.bold })
    this.pdf.y += 2
    for (const row of rows) this.row(row)
  }

  private row({ label, detail, value, part }: PdfRow): void {
    this.room(BARRED_ROW)
    const { pdf, width } = this
    const top = pdf.y
    pdf
      .moveTo(MARGIN, top)
      .lineTo(MARGIN + width, top)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke()
    pdf.font(fonts.plain).fontSize(10.5)
    const valueWidth = pdf.widthOfString(value)
    const line = { lineBreak: false, ellipsis: true, height: ROW } as const
    const left = detail === undefined ? 0 : 92
    if (detail !== undefined) pdf.fillColor(MUTED).text(detail, MARGIN, top + 3, { ...line, width: left - 8 })
    pdf.fillColor(INK).text(label, MARGIN + left, top + 3, { ...line, width: width - left - valueWidth - 16 })
    pdf.text(value, MARGIN + width - valueWidth, top + 3, { lineBreak: false })
    if (part !== undefined && part > 0)
      pdf.roundedRect(MARGIN, top + ROW, Math.max(2, part * width), 3, 1.5).fill(BRAND)
    pdf.x = MARGIN
    pdf.y = top + (part === undefined ? ROW : BARRED_ROW)
  }

  private foots(): void {
    const { start, count } = this.pdf.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page)
      const text = count === 1 ? this.foot : `${this.foot} · ${page + 1} / ${count}`
      this.pdf.font(fonts.plain).fontSize(8.5).fillColor(MUTED)
      this.pdf.text(text, MARGIN, this.pdf.page.height - MARGIN + 6, { lineBreak: false })
    }
  }
}

/** A sheet as a PDF, in a font that writes Latin and Devanagari and knows the sign of the rupee. */
export const pdfOf = (sheet: PdfSheet): Promise<Buffer> => new Drawing(sheet).bytes(sheet)
