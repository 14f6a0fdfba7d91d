/// The files of Resources/ that are compiled in. A test compares this list with the folder.
#include "CareLibrary.h"

// `#embed` is C23; the compiler accepts it in every language mode and only remarks on it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char checklists[] = {
#embed "../../Resources/Care/checklists.json"
};
static const unsigned char contacts[] = {
#embed "../../Resources/Care/contacts.json"
};
static const unsigned char equipment[] = {
#embed "../../Resources/Care/equipment.json"
};
static const unsigned char events[] = {
#embed "../../Resources/Care/events.json"
};
static const unsigned char rules[] = {
#embed "../../Resources/Care/rules.json"
};
static const unsigned char signs[] = {
#embed "../../Resources/Care/signs.json"
};
static const unsigned char sources[] = {
#embed "../../Resources/Care/sources.json"
};
static const unsigned char symptoms[] = {
#embed "../../Resources/Care/symptoms.json"
};
static const unsigned char topics[] = {
#embed "../../Resources/Care/topics.json"
};

static const unsigned char export_schema[] = {
#embed "../../Resources/Export/export.schema.json"
};

struct care_file care_checklists(void) { return (struct care_file){checklists, sizeof checklists}; }
struct care_file care_contacts(void) { return (struct care_file){contacts, sizeof contacts}; }
struct care_file care_equipment(void) { return (struct care_file){equipment, sizeof equipment}; }
struct care_file care_events(void) { return (struct care_file){events, sizeof events}; }
struct care_file care_rules(void) { return (struct care_file){rules, sizeof rules}; }
struct care_file care_export_schema(void) { return (struct care_file){export_schema, sizeof export_schema}; }
struct care_file care_signs(void) { return (struct care_file){signs, sizeof signs}; }
struct care_file care_sources(void) { return (struct care_file){sources, sizeof sources}; }
struct care_file care_symptoms(void) { return (struct care_file){symptoms, sizeof symptoms}; }
struct care_file care_topics(void) { return (struct care_file){topics, sizeof topics}; }

static const unsigned char tonights_troubles[] = {
#embed "../../Resources/Guide/01-tonights-troubles.md"
};
static const unsigned char why_nights_break[] = {
#embed "../../Resources/Guide/02-why-nights-break.md"
};
static const unsigned char bed_and_surface[] = {
#embed "../../Resources/Guide/03-bed-and-surface.md"
};
static const unsigned char positioning_and_turning[] = {
#embed "../../Resources/Guide/04-positioning-and-turning.md"
};
static const unsigned char breathing_and_mask[] = {
#embed "../../Resources/Guide/05-breathing-and-mask.md"
};
static const unsigned char cramps_and_stiffness[] = {
#embed "../../Resources/Guide/06-cramps-and-stiffness.md"
};
static const unsigned char restless_legs[] = {
#embed "../../Resources/Guide/07-restless-legs.md"
};
static const unsigned char medicines[] = {
#embed "../../Resources/Guide/08-medicines.md"
};
static const unsigned char feeding_and_fluids[] = {
#embed "../../Resources/Guide/09-feeding-and-fluids.md"
};
static const unsigned char sleep_habits[] = {
#embed "../../Resources/Guide/10-sleep-habits.md"
};
static const unsigned char feelings[] = {
#embed "../../Resources/Guide/11-feelings.md"
};
static const unsigned char when_to_call[] = {
#embed "../../Resources/Guide/12-when-to-call.md"
};
static const unsigned char caring_for_yourself[] = {
#embed "../../Resources/Guide/13-caring-for-yourself.md"
};

// The pages of the guide, in the order they are read.
static const struct care_page pages[] = {
    {"01-tonights-troubles.md", {tonights_troubles, sizeof tonights_troubles}},
    {"02-why-nights-break.md", {why_nights_break, sizeof why_nights_break}},
    {"03-bed-and-surface.md", {bed_and_surface, sizeof bed_and_surface}},
    {"04-positioning-and-turning.md", {positioning_and_turning, sizeof positioning_and_turning}},
    {"05-breathing-and-mask.md", {breathing_and_mask, sizeof breathing_and_mask}},
    {"06-cramps-and-stiffness.md", {cramps_and_stiffness, sizeof cramps_and_stiffness}},
    {"07-restless-legs.md", {restless_legs, sizeof restless_legs}},
    {"08-medicines.md", {medicines, sizeof medicines}},
    {"09-feeding-and-fluids.md", {feeding_and_fluids, sizeof feeding_and_fluids}},
    {"10-sleep-habits.md", {sleep_habits, sizeof sleep_habits}},
    {"11-feelings.md", {feelings, sizeof feelings}},
    {"12-when-to-call.md", {when_to_call, sizeof when_to_call}},
    {"13-caring-for-yourself.md", {caring_for_yourself, sizeof caring_for_yourself}},
};

size_t care_page_count(void) { return sizeof pages / sizeof *pages; }
struct care_page care_page_at(size_t index) { return pages[index]; }
