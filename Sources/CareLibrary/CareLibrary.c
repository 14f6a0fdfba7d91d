/// The index of what is compiled in: every file of Resources/Care stands here once, by name (a house rule compares).
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

struct care_file care_checklists(void) { return (struct care_file){checklists, sizeof checklists}; }
struct care_file care_contacts(void) { return (struct care_file){contacts, sizeof contacts}; }
struct care_file care_equipment(void) { return (struct care_file){equipment, sizeof equipment}; }
struct care_file care_signs(void) { return (struct care_file){signs, sizeof signs}; }
struct care_file care_sources(void) { return (struct care_file){sources, sizeof sources}; }
struct care_file care_symptoms(void) { return (struct care_file){symptoms, sizeof symptoms}; }
struct care_file care_topics(void) { return (struct care_file){topics, sizeof topics}; }
