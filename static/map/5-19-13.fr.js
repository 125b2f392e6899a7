export default ["Israël","Arabie saoudite","Jordanie","Bande de Gaza","","Médine","","","","","","","","","","","","","","","","","","","","","","","","","","",""];
