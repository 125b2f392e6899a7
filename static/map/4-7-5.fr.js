export default ["Irlande","Royaume-Uni","","Guernesey","île de Man","Londres","","","","","","","","","","",""];
