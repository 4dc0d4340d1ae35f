import type { FixpointConfig } from '#config'
import {
  ACCESSORIES,
  CONDITIONS,
  FUNCTION_TESTS,
  PURCHASE_PROOFS,
} from '#domain/desk/code-lists.ts'
import { isFaultCode } from '#domain/repairs/catalogue.ts'
import { modelName } from '#functions/bookings/views/price-text.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { fullDate } from '#i18n/format.ts'
import { formatPrice } from '#i18n/format-price.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { TakenPhone } from '../show-intake.ts'

type Page = {
  readonly locale: Locale
  readonly config: FixpointConfig
  readonly taken: TakenPhone
}

/** One line of the receipt: what it is about, and everything it says. */
export type ReceiptFact = readonly [term: string, said: readonly string[]]

/** Codes of a list in words; one that the list doesn't know stands as it is. */
const wordsOf = (
  codes: readonly string[],
  known: readonly string[],
  say: (code: never) => string,
): string => codes.map((code) => (known.includes(code) ? say(code as never) : code)).join(' · ')

function deviceFacts({ locale, config, taken }: Page, t: Translate): readonly ReceiptFact[] {
  const { repair, customer } = taken
  const { imeis = [], serial = null } = customer?.device ?? {}
  const fault = isFaultCode(repair.faultCode)
    ? t(`repairs.finding.${repair.faultCode}`)
    : repair.faultCode
  return [
    [
      t('desk.intake.receipt.device'),
      [
        modelName(locale, repair.model, config),
        ...imeis.map((imei) => `IMEI ${imei}`),
        ...(serial === null ? [] : [`${t('desk.intake.serial')} ${serial}`]),
      ],
    ],
    [t('desk.intake.receipt.fault'), [fault, customer?.words['fault'] ?? '']],
  ]
}

function stateFacts({ taken: { receipt } }: Page, t: Translate): readonly ReceiptFact[] {
  const { condition, tested, accessories } = receipt
  const nothing = t('desk.intake.receipt.nothing')
  const tests = (codes: readonly string[]): string =>
    wordsOf(codes, FUNCTION_TESTS, (code) => t(`repairs.test.${code as 'power'}`)) || nothing
  return [
    [
      t('desk.intake.receipt.condition'),
      [wordsOf(condition, CONDITIONS, (code) => t(`desk.intake.condition.${code as 'bent'}`))],
    ],
    ...(tested
      ? ([
          [t('desk.intake.receipt.fails'), [tests(tested.fails)]],
          [t('desk.intake.receipt.works'), [tests(tested.works)]],
        ] as const)
      : ([[t('desk.intake.receipt.fails'), [t('desk.intake.receipt.untested')]]] as const)),
    [
      t('desk.intake.receipt.accessories'),
      [
        wordsOf(accessories, ACCESSORIES, (code) => t(`desk.intake.accessory.${code as 'sim'}`)) ||
          nothing,
      ],
    ],
  ]
}

function moneyFacts({ locale, taken }: Page, t: Translate): readonly ReceiptFact[] {
  const { repair, receipt } = taken
  const { agreed, ceiling } = repair
  const { proof, coverage } = receipt
  const kind = PURCHASE_PROOFS.find((known) => known === proof?.kind)
  const bought =
    proof && kind
      ? t('desk.intake.receipt.bought', {
          date: fullDate(locale, proof.boughtOn),
          proof: t(`desk.intake.proof.${kind}`),
        })
      : ''
  const price = agreed?.currency
    ? formatPrice(locale, agreed.totalMinor, agreed.currency)
    : t('desk.intake.receipt.price.none')
  const upTo =
    ceiling &&
    t('desk.intake.receipt.price.ceiling', {
      price: formatPrice(locale, ceiling.amountMinor, ceiling.currency),
    })
  return [
    [t('desk.intake.receipt.coverage'), [t(`repairs.coverage.${coverage}`), bought]],
    [t('desk.intake.receipt.price'), [price, upTo ?? '']],
  ]
}

function wayFacts({ locale, taken }: Page, t: Translate): readonly ReceiptFact[] {
  const { repair, home, customer } = taken
  const { mayCollect = null, address = null } = customer?.contact ?? {}
  const collected = mayCollect
    ? t('desk.intake.receipt.collect.other', { name: mayCollect })
    : t('desk.intake.receipt.collect.customer')
  const posted = t('desk.intake.receipt.post', { address: address ?? '' })
  return [
    ...(repair.promise
      ? ([
          [t('desk.intake.receipt.promise'), [timeText(locale, home.zone, repair.promise.firstAt)]],
        ] as const)
      : []),
    [t('desk.intake.receipt.collect'), [repair.wayBack === 'post' ? posted : collected]],
  ]
}

/** Everything that was written down as the phone was taken in, in the customer's language. */
export function receiptFacts(page: Page): readonly ReceiptFact[] {
  const t = translator(page.locale)
  const { home, receivedAt, customer } = page.taken
  const { name = '', phone } = customer?.contact ?? {}
  return [
    [
      t('desk.intake.receipt.outlet'),
      [home.name[page.locale], home.address[page.locale], home.phones[0]?.display ?? ''],
    ],
    [t('desk.intake.receipt.at'), [timeText(page.locale, home.zone, receivedAt)]],
    [t('desk.intake.receipt.customer'), [name, phone?.display ?? '']],
    ...deviceFacts(page, t),
    ...stateFacts(page, t),
    ...moneyFacts(page, t),
    ...wayFacts(page, t),
  ]
}
