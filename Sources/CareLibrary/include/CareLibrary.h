/// The bytes of Resources/, compiled in so that the program can be copied anywhere. Nothing is decoded here.
#pragma once
#include <stddef.h>

/// One file of Resources/: its bytes live as long as the program.
struct care_file {
  const unsigned char *_Nonnull bytes;
  size_t count;
};

struct care_file care_checklists(void);
struct care_file care_contacts(void);
struct care_file care_equipment(void);
struct care_file care_events(void);
struct care_file care_rules(void);
struct care_file care_export_schema(void);
struct care_file care_signs(void);
struct care_file care_sources(void);
struct care_file care_symptoms(void);
struct care_file care_topics(void);

/// One page of the guide: its file's name, and its bytes.
struct care_page {
  const char *_Nonnull name;
  struct care_file file;
};

/// How many pages the guide has.
size_t care_page_count(void);
/// One of them, 0..<care_page_count(), in the order they are read.
struct care_page care_page_at(size_t index);
