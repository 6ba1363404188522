import { join } from "node:path";
import { actionPlansFeature } from "#features/action-plans/feature.ts";
import { activityFeature } from "#features/activity/feature.ts";
import { affiliatesFeature } from "#features/affiliates/feature.ts";
import { apiFeature } from "#features/api/feature.ts";
import { exchangeFeature } from "#features/exchange/feature.ts";
import { happeningsFeature } from "#features/happenings/feature.ts";
import { indicatorsFeature } from "#features/indicators/feature.ts";
import { industryDataFeature } from "#features/industry-data/feature.ts";
import { investmentsFeature } from "#features/investments/feature.ts";
import { lettersFeature } from "#features/letters/feature.ts";
import { mediaFeature } from "#features/media/feature.ts";
import { meetingsFeature } from "#features/meetings/feature.ts";
import { organizationsFeature } from "#features/organizations/feature.ts";
import { outboxFeature } from "#features/outbox/feature.ts";
import { partnershipsFeature } from "#features/partnerships/feature.ts";
import { peopleFeature } from "#features/people/feature.ts";
import { placesFeature } from "#features/places/feature.ts";
import { roadmapFeature } from "#features/roadmap/feature.ts";
import { rosterFeature } from "#features/roster/feature.ts";
import { searchFeature } from "#features/search/feature.ts";
import { sectorsFeature } from "#features/sectors/feature.ts";
import { siteFeature } from "#features/site/feature.ts";
import { sponsorsFeature } from "#features/sponsors/feature.ts";
import { stateLeadsFeature } from "#features/state-leads/feature.ts";
import { topicsFeature } from "#features/topics/feature.ts";
import { workFiguresFeature } from "#features/work-figures/feature.ts";
import { deskFeature } from "#pages/desk/feature.ts";
import { homeFeature } from "#pages/home/feature.tsx";
import { indexingFeature } from "#pages/indexing/feature.ts";
import { mapFeature } from "#pages/map/feature.tsx";
import { organizationPagesFeature } from "#pages/organizations/feature.tsx";
import { personalDataFeature } from "#pages/personal-data/feature.ts";
import { readingFeature } from "#pages/reading/feature.tsx";
import { sectorPagesFeature } from "#pages/sectors/feature.tsx";
import { sharedTableFeature } from "#pages/shared-table/feature.tsx";
import { statesFeature } from "#pages/states/feature.tsx";
import type { Feature } from "#platform/feature.ts";
import { openContent } from "#platform/files/content.ts";
import { copyOfPerson, forgetPerson, whatWouldGo } from "./forget-person.ts";
import type { Ground } from "./house.ts";

/** Every room of the house. Taking one out is its folder, its line here and its migration. */
export async function features(ground: Ground): Promise<Feature[]> {
  const partnerships = partnershipsFeature([
    ...(rosterFeature.partnershipParts ?? []),
    ...(actionPlansFeature.partnershipParts ?? []),
    ...(indicatorsFeature.partnershipParts ?? []),
  ]);
  const rooms = [
    siteFeature,
    organizationsFeature,
    peopleFeature(partnerships.personParts),
    placesFeature,
    sectorsFeature,
    topicsFeature,
    mediaFeature(),
    happeningsFeature,
    partnerships,
    indicatorsFeature,
    // The roster first: forgetting goes from the last room to the first, and guest lists, letters and plans find
    // somebody by their entry there.
    rosterFeature,
    roadmapFeature,
    meetingsFeature,
    lettersFeature,
    actionPlansFeature,
    workFiguresFeature,
    sponsorsFeature,
    affiliatesFeature,
    investmentsFeature,
    stateLeadsFeature,
    industryDataFeature,
  ];
  // The channels know no room by name; each room says what they need to tell its events and mails.
  const outbox = outboxFeature(ground.postOffice.delivers, rooms);
  const exchange = exchangeFeature(rooms);
  const holders = [...rooms, outbox, exchange];
  const personalData = personalDataFeature({
    copy: (ctx, email) => copyOfPerson(ctx, holders, email),
    wouldGo: (ctx, email) => whatWouldGo(ctx, holders, email),
    forget: (ctx, email) => forgetPerson(ctx, holders, email),
  });
  const content = openContent(join(ground.root, "content"));
  const reading = await readingFeature(content);
  return [
    homeFeature(rooms),
    ...rooms,
    sharedTableFeature(rooms),
    statesFeature,
    mapFeature,
    sectorPagesFeature,
    organizationPagesFeature,
    reading,
    exchange,
    personalData,
    deskFeature(rooms.flatMap((room) => room.queues ?? [])),
    outbox,
    activityFeature([...rooms, outbox, exchange, personalData]),
    searchFeature([...rooms, reading]),
    apiFeature(rooms),
    indexingFeature([...rooms, statesFeature, mapFeature, sectorPagesFeature, reading]),
  ];
}
