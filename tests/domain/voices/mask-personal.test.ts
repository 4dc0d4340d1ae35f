import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import { holdsPersonal, MASK, maskPersonal } from '#domain/voices/mask-personal.ts'

const M = MASK

describe('words without what names a person', () => {
  it.each([
    ['a Chinese mobile', '请打 138 0013 8000 找我', `请打 ${M} 找我`],
    ['a mobile with its country', '电话+86 138-0013-8000。', `电话${M}。`],
    ['a mobile run into words', '手机13800138000谢谢', `手机${M}谢谢`],
    ['a mobile in wide digits', '手机１３８００１３８０００', `手机${M}`],
    ['a mobile spelled out', '号码幺三八零零幺三八零零零', `号码${M}`],
    ['a landline with its extension', '座机 0571-8888 8888 转 801', `座机 ${M}`],
    ['a foreign number', 'Ring +1 (415) 555-0132 please', `Ring ${M} please`],
    ['an e-mail address', 'write to a.b+c@mail.example.com, thanks', `write to ${M}, thanks`],
    ['an e-mail address in a sentence', '邮箱abc@qq.com谢谢', `邮箱${M}谢谢`],
    ['an IMEI', 'IMEI 490154203237518', `IMEI ${M}`],
    ['an identity number', '身份证11010519491231002X', `身份证${M}`],
    ['a ticket code', 'my repair 7K3M-9QXF-2T8B-V', `my repair ${M}`],
    ['a ticket code without dashes', '单号7k3m9qxf2t8bv', `单号${M}`],
    ['a ticket code that holds the name of a messenger', '<b>X8CC9VX9M2ECV</b>', `<b>${M}</b>`],
    ['a serial that holds one', 'serial SN42QQ1234567', `serial ${M}`],
    ['a serial', 'serial SN12345678 on it', `serial ${M} on it`],
    ['a WeChat id', '微信号：zhang_wei88', `微信号：${M}`],
    ['a WeChat id in English', 'WeChat ID: happyzhang', `WeChat ID: ${M}`],
    ['a made WeChat id', '加我wxid_ab12cd34ef', `加我${M}`],
    ['a QQ number', 'QQ 12345', `QQ ${M}`],
    ['a Chinese house number', '杭州市西湖区文三路88号3栋2单元501室', `杭州市西湖区文三路${M}`],
    ['a flat', '寄到3栋501室', `寄到${M}栋${M}室`],
    ['an English house number', 'I live at 221B Baker Street', `I live at ${M} Baker Street`],
    ['an English flat', 'Flat 12, the tall house', `Flat ${M}, the tall house`],
    ['a link', 'see https://fix.example/t/abcDEF', `see ${M}`],
    ['a name that is told', 'Hello, my name is Ann Lee.', `Hello, my name is ${M}.`],
    ['a Chinese name that is told', '姓名：张伟', `姓名：${M}`],
  ])('holds no %s', (_, said, masked) => {
    expect(maskPersonal(said)).toBe(masked)
  })

  it('holds no name that is known, in any case, and no part of a longer word', () => {
    expect(maskPersonal('ann lee waited; Ann Lees did not', ['Ann Lee'])).toBe(
      `${M} waited; Ann Lees did not`,
    )
    expect(maskPersonal('张伟先生等了很久', ['张伟'])).toBe(`${M}先生等了很久`)
    expect(maskPersonal('a (b) c', ['(b)', '', 'a'])).toBe(`a ${M} c`)
  })

  it.each([
    'Waited from 2026-11-20 to 2026-11-22, 3 days for an F2 Pro with 256GB.',
    'It cost 320.00, twice the 160 that was quoted.',
    '2026年11月22日等了3小时，花了1,280元，屏幕还是坏的。',
    '我10号去的，二楼没人。',
    'WeChat payment failed at the counter.',
    'The international support was kind.',
    '微信支付失败了两次',
  ])('keeps what tells nothing of a person: %s', (said) => {
    expect(maskPersonal(said)).toBe(said)
    expect(holdsPersonal(said)).toBe(false)
  })
})

const around = fc.constantFrom('', ' ', '，', '。', 'tel ', '电话', ' thanks', '谢谢', '\n', '<b>')
const gap = fc.constantFrom('', ' ', '-', ' - ', '.', '·', ') ')
const digits = fc.array(fc.tuple(fc.nat(9), gap), { minLength: 7, maxLength: 20 })

describe('masking, whatever is said', () => {
  it('leaves no seven digits of a number, however it is parted', () => {
    fc.assert(
      fc.property(around, digits, around, (before, parts, behind) => {
        const number = parts.map(([digit, part]) => `${digit}${part}`).join('')
        // A day may stand: it is no number.
        fc.pre(!/(?:19|20)\d\d([-/.])\d{1,2}\1\d/.test(number))
        const masked = maskPersonal(`${before}${number}${behind}`)
        expect(masked.replace(/\D/g, '').length).toBeLessThan(7)
      }),
      { seed: 5, numRuns: 2_000 },
    )
  })

  it('leaves no part of a ticket code, however it is written', () => {
    const spelled = fc.constantFrom(
      (code: string) => code,
      (code: string) => code.toLowerCase(),
      spellCode,
    )
    const bytes = fc.array(fc.nat(31), { minLength: 64, maxLength: 64 })
    fc.assert(
      fc.property(
        around,
        fc.nat(1023),
        bytes,
        spelled,
        around,
        (before, bucket, random, spell, behind) => {
          let next = 0
          const code = spell(issueTicketCode(bucket, () => random[next++ % 64] ?? next))
          // A word run into it would be a longer word.
          const [ahead, after] = [before.replace(/[a-z]$/, '$& '), behind.replace(/^[a-z]/, ' $&')]
          expect(maskPersonal(`${ahead}${code}${after}`)).toBe(`${ahead}${M}${after}`)
        },
      ),
      { seed: 5, numRuns: 20_000 },
    )
  })

  it('leaves no address that a letter could reach', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,12}$/)
    fc.assert(
      fc.property(around, part, part, around, (before, user, host, behind) => {
        const masked = maskPersonal(`${before}${user}@${host}.example${behind}`)
        expect(masked).not.toContain('@')
      }),
      { seed: 5, numRuns: 1_000 },
    )
  })

  it('changes nothing when it is done again', () => {
    const pieces = fc.constantFrom(
      ...[
        '138 0013 8000',
        'a@b.cn',
        '文三路88号',
        'SN12345678',
        '微信号：abc123',
        '等了3天',
        'x',
        ' ',
      ],
      ...['7K3M-9QXF-2T8B-V', '2026-11-22', '3栋', '=HYPERLINK("x")', '<script>', '\r\n', M],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (said) => {
        const masked = maskPersonal(said.join(''))
        expect(maskPersonal(masked)).toBe(masked)
      }),
      { seed: 5, numRuns: 2_000 },
    )
  })

  it('is done in an instant, however long and hostile the words', () => {
    for (const said of [
      '1 '.repeat(20_000),
      'a1'.repeat(20_000),
      '路1'.repeat(20_000),
      'a.'.repeat(20_000),
    ]) {
      const begun = performance.now()
      maskPersonal(said.slice(0, 4_000))
      expect(performance.now() - begun).toBeLessThan(500)
    }
  })
})
