import { bookingContact as bookingContactEn } from './en/booking-contact.ts'
import { bookingVisit as bookingVisitEn } from './en/booking-visit.ts'
import { bookings as bookingsEn } from './en/bookings.ts'
import { complaints as complaintsEn } from './en/complaints.ts'
import { coverage as coverageEn } from './en/coverage.ts'
import { desk as deskEn } from './en/desk.ts'
import { deskComplaints as deskComplaintsEn } from './en/desk-complaints.ts'
import { deskContests as deskContestsEn } from './en/desk-contests.ts'
import { deskFeedback as deskFeedbackEn } from './en/desk-feedback.ts'
import { deskFind as deskFindEn } from './en/desk-find.ts'
import { deskImprovements as deskImprovementsEn } from './en/desk-improvements.ts'
import { deskIntake as deskIntakeEn } from './en/desk-intake.ts'
import { deskKpis as deskKpisEn } from './en/desk-kpis.ts'
import { deskNetwork as deskNetworkEn } from './en/desk-network.ts'
import { deskPublications as deskPublicationsEn } from './en/desk-publications.ts'
import { deskRepair as deskRepairEn } from './en/desk-repair.ts'
import { deskRepairSteps as deskRepairStepsEn } from './en/desk-repair-steps.ts'
import { deskRepeats as deskRepeatsEn } from './en/desk-repeats.ts'
import { deskScorecards as deskScorecardsEn } from './en/desk-scorecards.ts'
import { deskStandards as deskStandardsEn } from './en/desk-standards.ts'
import { deskSurveys as deskSurveysEn } from './en/desk-surveys.ts'
import { deskToday as deskTodayEn } from './en/desk-today.ts'
import { deskVoices as deskVoicesEn } from './en/desk-voices.ts'
import { feedback as feedbackEn } from './en/feedback.ts'
import { improvements as improvementsEn } from './en/improvements.ts'
import { kpis as kpisEn } from './en/kpis.ts'
import { locator as locatorEn } from './en/locator.ts'
import { mailIn as mailInEn } from './en/mail-in.ts'
import { messagesSent as messagesSentEn } from './en/messages-sent.ts'
import { messagesSentVoices as messagesSentVoicesEn } from './en/messages-sent-voices.ts'
import { outletPage as outletPageEn } from './en/outlet-page.ts'
import { outlets as outletsEn } from './en/outlets.ts'
import { pages as pagesEn } from './en/pages.ts'
import { performance as performanceEn } from './en/performance.ts'
import { problems as problemsEn } from './en/problems.ts'
import { refusals as refusalsEn } from './en/refusals.ts'
import { repairAsks as repairAsksEn } from './en/repair-asks.ts'
import { repairReport as repairReportEn } from './en/repair-report.ts'
import { repairStatus as repairStatusEn } from './en/repair-status.ts'
import { repairs as repairsEn } from './en/repairs.ts'
import { scorecards as scorecardsEn } from './en/scorecards.ts'
import { site as siteEn } from './en/site.ts'
import { standards as standardsEn } from './en/standards.ts'
import { surveys as surveysEn } from './en/surveys.ts'
import { verify as verifyEn } from './en/verify.ts'
import type { Locale } from './locale.ts'
import { bookingContact as bookingContactZh } from './zh-CN/booking-contact.ts'
import { bookingVisit as bookingVisitZh } from './zh-CN/booking-visit.ts'
import { bookings as bookingsZh } from './zh-CN/bookings.ts'
import { complaints as complaintsZh } from './zh-CN/complaints.ts'
import { coverage as coverageZh } from './zh-CN/coverage.ts'
import { desk as deskZh } from './zh-CN/desk.ts'
import { deskComplaints as deskComplaintsZh } from './zh-CN/desk-complaints.ts'
import { deskContests as deskContestsZh } from './zh-CN/desk-contests.ts'
import { deskFeedback as deskFeedbackZh } from './zh-CN/desk-feedback.ts'
import { deskFind as deskFindZh } from './zh-CN/desk-find.ts'
import { deskImprovements as deskImprovementsZh } from './zh-CN/desk-improvements.ts'
import { deskIntake as deskIntakeZh } from './zh-CN/desk-intake.ts'
import { deskKpis as deskKpisZh } from './zh-CN/desk-kpis.ts'
import { deskNetwork as deskNetworkZh } from './zh-CN/desk-network.ts'
import { deskPublications as deskPublicationsZh } from './zh-CN/desk-publications.ts'
import { deskRepair as deskRepairZh } from './zh-CN/desk-repair.ts'
import { deskRepairSteps as deskRepairStepsZh } from './zh-CN/desk-repair-steps.ts'
import { deskRepeats as deskRepeatsZh } from './zh-CN/desk-repeats.ts'
import { deskScorecards as deskScorecardsZh } from './zh-CN/desk-scorecards.ts'
import { deskStandards as deskStandardsZh } from './zh-CN/desk-standards.ts'
import { deskSurveys as deskSurveysZh } from './zh-CN/desk-surveys.ts'
import { deskToday as deskTodayZh } from './zh-CN/desk-today.ts'
import { deskVoices as deskVoicesZh } from './zh-CN/desk-voices.ts'
import { feedback as feedbackZh } from './zh-CN/feedback.ts'
import { improvements as improvementsZh } from './zh-CN/improvements.ts'
import { kpis as kpisZh } from './zh-CN/kpis.ts'
import { locator as locatorZh } from './zh-CN/locator.ts'
import { mailIn as mailInZh } from './zh-CN/mail-in.ts'
import { messagesSent as messagesSentZh } from './zh-CN/messages-sent.ts'
import { messagesSentVoices as messagesSentVoicesZh } from './zh-CN/messages-sent-voices.ts'
import { outletPage as outletPageZh } from './zh-CN/outlet-page.ts'
import { outlets as outletsZh } from './zh-CN/outlets.ts'
import { pages as pagesZh } from './zh-CN/pages.ts'
import { performance as performanceZh } from './zh-CN/performance.ts'
import { problems as problemsZh } from './zh-CN/problems.ts'
import { refusals as refusalsZh } from './zh-CN/refusals.ts'
import { repairAsks as repairAsksZh } from './zh-CN/repair-asks.ts'
import { repairReport as repairReportZh } from './zh-CN/repair-report.ts'
import { repairStatus as repairStatusZh } from './zh-CN/repair-status.ts'
import { repairs as repairsZh } from './zh-CN/repairs.ts'
import { scorecards as scorecardsZh } from './zh-CN/scorecards.ts'
import { site as siteZh } from './zh-CN/site.ts'
import { standards as standardsZh } from './zh-CN/standards.ts'
import { surveys as surveysZh } from './zh-CN/surveys.ts'
import { verify as verifyZh } from './zh-CN/verify.ts'

const en = {
  ...problemsEn,
  ...refusalsEn,
  ...verifyEn,
  ...kpisEn,
  ...locatorEn,
  ...messagesSentEn,
  ...outletPageEn,
  ...pagesEn,
  ...performanceEn,
  ...repairAsksEn,
  ...repairReportEn,
  ...repairStatusEn,
  ...repairsEn,
  ...siteEn,
  ...outletsEn,
  ...bookingsEn,
  ...bookingContactEn,
  ...bookingVisitEn,
  ...mailInEn,
  ...coverageEn,
  ...deskEn,
  ...deskTodayEn,
  ...deskIntakeEn,
  ...deskRepairEn,
  ...deskRepairStepsEn,
  ...deskFindEn,
  ...deskKpisEn,
  ...deskNetworkEn,
  ...standardsEn,
  ...deskContestsEn,
  ...deskPublicationsEn,
  ...deskRepeatsEn,
  ...deskScorecardsEn,
  ...scorecardsEn,
  ...deskStandardsEn,
  ...complaintsEn,
  ...deskComplaintsEn,
  ...feedbackEn,
  ...deskFeedbackEn,
  ...surveysEn,
  ...deskSurveysEn,
  ...improvementsEn,
  ...deskImprovementsEn,
  ...deskVoicesEn,
  ...messagesSentVoicesEn,
} as const
const zh: Record<keyof typeof en, string> = {
  ...problemsZh,
  ...refusalsZh,
  ...verifyZh,
  ...kpisZh,
  ...locatorZh,
  ...messagesSentZh,
  ...outletPageZh,
  ...pagesZh,
  ...performanceZh,
  ...repairAsksZh,
  ...repairReportZh,
  ...repairStatusZh,
  ...repairsZh,
  ...siteZh,
  ...outletsZh,
  ...bookingsZh,
  ...bookingContactZh,
  ...bookingVisitZh,
  ...mailInZh,
  ...coverageZh,
  ...deskZh,
  ...deskTodayZh,
  ...deskIntakeZh,
  ...deskRepairZh,
  ...deskRepairStepsZh,
  ...deskFindZh,
  ...deskKpisZh,
  ...deskNetworkZh,
  ...standardsZh,
  ...deskContestsZh,
  ...deskPublicationsZh,
  ...deskRepeatsZh,
  ...deskScorecardsZh,
  ...scorecardsZh,
  ...deskStandardsZh,
  ...complaintsZh,
  ...deskComplaintsZh,
  ...feedbackZh,
  ...deskFeedbackZh,
  ...surveysZh,
  ...deskSurveysZh,
  ...improvementsZh,
  ...deskImprovementsZh,
  ...deskVoicesZh,
  ...messagesSentVoicesZh,
}

/** Every text a person can read, by language and key `<capability>.<text>`. */
export const messages: {
  readonly en: typeof en
  readonly 'zh-CN': Record<keyof typeof en, string>
} = {
  en,
  'zh-CN': zh,
} satisfies Record<Locale, Record<keyof typeof en, string>>
