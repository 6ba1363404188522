/** The front door: the topics, in the editors' order. */
export { type Topic, topicBySlug, topics, topicsByIds } from "./queries.ts";
