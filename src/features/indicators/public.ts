/** The front door: what partnerships share of how they see themselves. */
export {
  assessmentsSharedWithState,
  publicAssessment,
  reportPath,
  type SharedAssessment,
} from "./sharing.ts";
export { AssessmentBrief } from "./views/assessment-brief.tsx";
